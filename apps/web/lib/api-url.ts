/** Where the API is, as seen from this server. Read at every call, because nothing may be fixed at build time. */
export const apiUrl = () => process.env.API_URL || "http://127.0.0.1:8000";
