/**
 * Stands for what Next brings for browsers that are too old for the app, which groups by `Map.groupBy`, and for Node's
 * `process`, of which its scripts ask for nothing but the environment: next.config.ts.
 */
export const env = {};
