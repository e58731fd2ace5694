/**
 * Session tokens are stored as hashes: whoever reads the table `session` can't
 * use what stands there. Better Auth has no setting for it, so its adapter is
 * wrapped. A session that an earlier release stored in clear is found too, and
 * hashed at its next renewal.
 */
import { hash } from "node:crypto";
import type { BetterAuthPlugin } from "better-auth";
import type { DBAdapter, Where } from "better-auth/adapters";

const MARK = "sha256:";

/** What the database holds in place of a token. */
export const storedToken = (token: string) => `${MARK}${hash("sha256", token, "base64url")}`;

export function hashedSessionTokens() {
  return {
    id: "hashed-session-tokens",
    init: ({ adapter }) => ({ context: { adapter: withHashedTokens(adapter) } }),
  } satisfies BetterAuthPlugin;
}

type Operations = Omit<DBAdapter, "transaction">;

function withHashedTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...adapter,
    ...hashing(adapter),
    transaction: (work) => adapter.transaction((inner) => work({ ...inner, ...hashing(inner) })),
  };
}

function hashing(adapter: Operations): Operations {
  return {
    ...adapter,
    async create(input) {
      const { token } = input.data;
      if (input.model !== "session" || typeof token !== "string") return adapter.create(input);
      return restored(
        await adapter.create({ ...input, data: { ...input.data, token: storedToken(token) } }),
        [token],
      );
    },
    async findOne(input) {
      return restored(await adapter.findOne(hashed(input)), tokensIn(input));
    },
    async findMany<Row>(input: Parameters<Operations["findMany"]>[0]) {
      const rows = await adapter.findMany<Row>(hashed(input));
      return rows.map((row) => restored(row, tokensIn(input)));
    },
    async update(input) {
      const [token] = tokensIn(input);
      const update = token ? { ...input.update, token: storedToken(token) } : input.update;
      return restored(await adapter.update({ ...hashed(input), update }), tokensIn(input));
    },
    async consumeOne(input) {
      return restored(await adapter.consumeOne(hashed(input)), tokensIn(input));
    },
    async incrementOne(input) {
      return restored(await adapter.incrementOne(hashed(input)), tokensIn(input));
    },
    count: (input) => adapter.count(hashed(input)),
    updateMany: (input) => adapter.updateMany(hashed(input)),
    delete: (input) => adapter.delete(hashed(input)),
    deleteMany: (input) => adapter.deleteMany(hashed(input)),
  };
}

interface Query {
  model: string;
  where?: Where[] | undefined;
}

/** The tokens that a query looks sessions up by. */
function tokensIn({ model, where = [] }: Query): string[] {
  if (model !== "session") return [];
  return where
    .filter(({ field }) => field === "token")
    .flatMap(({ value }) => value)
    .filter((value) => typeof value === "string");
}

function hashed<Input extends Query>(input: Input): Input {
  if (tokensIn(input).length === 0) return input;
  const where = input.where?.map((condition) =>
    condition.field === "token"
      ? { ...condition, operator: "in" as const, value: tokensIn(input).flatMap(possible) }
      : condition,
  );
  return { ...input, where };
}

/** As stored now, or in clear by an earlier release. What looks like a hash is never taken for a token. */
const possible = (token: string) =>
  token.startsWith(MARK) ? [storedToken(token)] : [storedToken(token), token];

/** The row as Better Auth knows it, with the token it asked for. */
function restored<Row>(row: Row, tokens: string[]): Row {
  if (typeof row !== "object" || row === null || !("token" in row)) return row;
  const token = tokens.find((one) => storedToken(one) === row.token);
  return token === undefined ? row : { ...row, token };
}
