/**
 * A linear model over hashed features (multinomial logistic regression): each
 * feature has a weight for each class. Weights are whole numbers of a few bits,
 * written as one printable character each, so that they compress well on their
 * way to a browser. Features that share a bucket share their weights
 * (Weinberger and others 2009: Feature Hashing for Large Scale Multitask Learning).
 */

/** What a message may want; the order is that of the weights of a bucket. */
export const classes = ["reject", "add", "list", "complete", "delete", "update"] as const;
export type Class = (typeof classes)[number];

export interface Network {
  /** A weight for each class, for one bucket of the hash after the other. */
  weights: Int8Array;
  /** What one step of a weight is worth. */
  step: number;
}

/** The character code ("?") that stands for 0; below it are the negative weights. */
export const zero = 63;

/** A character for each weight. */
export function decode(text: string): Int8Array {
  const weights = new Int8Array(text.length);
  for (let at = 0; at < text.length; at += 1) weights[at] = text.charCodeAt(at) - zero;
  return weights;
}

export function bucketOf(feature: string, buckets: number): number {
  let hash = 2166136261;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) % buckets;
}

/** The probability of each class; they add up to 1. */
export function probabilities({ weights, step }: Network, features: string[]): Record<Class, number> {
  const sums = new Float64Array(classes.length);
  for (const feature of features) {
    const row = bucketOf(feature, weights.length / classes.length) * classes.length;
    for (let kind = 0; kind < sums.length; kind += 1) sums[kind]! += weights[row + kind]!;
  }
  const powers = softmax(sums, step / Math.sqrt(features.length));
  const of = (kind: Class) => powers[classes.indexOf(kind)]!;
  return {
    reject: of("reject"),
    add: of("add"),
    list: of("list"),
    complete: of("complete"),
    delete: of("delete"),
    update: of("update"),
  };
}

/** `scale` keeps long sentences from being surer than short ones. */
export function softmax(scores: Float64Array, scale: number): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) * scale));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
