/** Asks something of the accounts' own addresses. Answers with nothing when the server can't be reached. */
export const postJson = (path: string, body: object): Promise<Response | undefined> =>
  fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  }).catch(() => undefined);
