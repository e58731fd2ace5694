import { chmod, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { startPostgres } from "@todo/postgres";
import { expect, test, vi } from "vitest";
import { migrate } from "../../../api/src/db/migrate.ts";
import { migrationsFolder } from "../../../api/src/files.ts";
import { createWorld } from "../../../api/src/testing/world.ts";
import { openHome } from "../testing/run-cli.ts";
import {
  backUp,
  everythingOf,
  liveALittle,
  newDatabase,
  restore,
  rowsIn,
  SECRET,
  signInAgain,
} from "./testing.ts";

// Each starts the command several times.
vi.setConfig({ testTimeout: 120_000 });

test("what was backed up is there after a restore: sign-in, tasks, history, chats, what waits for a yes", async () => {
  const { url, ada } = await liveALittle();
  const before = await everythingOf(ada);
  const { file } = await backUp(url);
  const target = await newDatabase();

  const { code, stdout, stderr } = await restore(file, { DATABASE_URL: target });

  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^tasks +\d+ /m);
  const again = await signInAgain(target, ada.email);
  expect(await everythingOf(again)).toEqual(before);
  expect((await again.fetch("/api/auth/token")).status).toBe(200);
});

test("undo, and whatever counts, goes on after a restore where it was", async () => {
  const { url, ada } = await liveALittle();
  const { task, undo } = await ada
    .update_task({ task_id: 1, title: "Water no plants" })
    .then(({ undo, ...task }) => ({ task, undo }));
  const { file } = await backUp(url);
  const target = await newDatabase();
  expect((await restore(file, { DATABASE_URL: target })).code).toBe(0);

  const again = await signInAgain(target, ada.email);
  await again.undo({ undo });
  expect(await again.get_task({ task_id: task.id })).toMatchObject({ title: "Water the plants" });
  const { number } = await again.add_task({ title: "The next one" });
  const [{ most }] = (await rowsIn(url, "select max(number) as most from tasks")) as [{ most: number }];
  expect(number).toBe(most + 1);
});

test("every table of the schema is in a backup, and comes out of its restoration byte for byte", async () => {
  const { url } = await liveALittle();
  const { file } = await backUp(url);
  const target = await newDatabase();

  const { stdout } = await restore(file, { DATABASE_URL: target }, ["--json"]);

  const restored: { tables: { name: string; rows: number; sha256: string }[] } = JSON.parse(stdout);
  const names = await rowsIn(
    url,
    `select relname as name from pg_class where relkind in ('r', 'p') and not relispartition
     and relnamespace = 'public'::regnamespace and relname <> 'schema_migrations'`,
  );
  expect(restored.tables.map(({ name }) => name).sort()).toEqual(names.map(({ name }) => name).sort());
  const second = await backUp(target);
  const saved: typeof restored = JSON.parse(
    (await second.home.todo(["backup", "--output", join(second.home.folder, "again.backup"), "--json"]))
      .stdout,
  );
  expect(saved.tables).toEqual(restored.tables);
});

test("a backup taken while people write is one moment of it", async () => {
  const { url, ada } = await liveALittle();
  let writing = true;
  const write = async () => {
    while (writing) {
      const { task_id } = await ada.add_task({ title: "One more" }).then(({ id }) => ({ task_id: id }));
      await ada.complete_task({ task_id });
    }
  };
  const writers = [write(), write(), write()];
  const { file } = await backUp(url);
  writing = false;
  await Promise.all(writers);
  const target = await newDatabase();
  expect((await restore(file, { DATABASE_URL: target })).code).toBe(0);

  const differing = await rowsIn(
    target,
    `select s.id from spaces s where
       s.last_seq <> (select max(seq) from journal j where j.space_id = s.id)
       or s.next_number - 1 <> (select max(number) from tasks t where t.space_id = s.id)
       or (select count(*) from tasks t where t.space_id = s.id and title = 'One more' and completed_at is not null)
         <> (select count(*) from journal j where j.space_id = s.id and operation = 'complete_task' and name = 'One more')`,
  );
  expect(differing).toEqual([]);
  expect((await rowsIn(target, "select from tasks where title = 'One more'")).length).toBeGreaterThan(0);
});

test("the months of the journal are parts of their own again", async () => {
  const { url } = await liveALittle();
  await rowsIn(
    url,
    "create table journal_2031_01 partition of journal for values from ('2031-01-01Z') to ('2031-02-01Z')",
  );
  await rowsIn(
    url,
    `insert into journal (space_id, seq, at, group_id, operation, surface, actor_id, entity, entity_id, name)
     select space_id, 1000, '2031-01-05', group_id, operation, surface, actor_id, entity, entity_id, name from journal limit 1`,
  );
  const { file } = await backUp(url);
  const target = await newDatabase();
  expect((await restore(file, { DATABASE_URL: target })).code).toBe(0);
  expect(await rowsIn(target, "select seq::int from journal_2031_01")).toEqual([{ seq: 1000 }]);
});

test("a database that isn't empty is refused and left as it is", async () => {
  const { url, ada } = await liveALittle();
  const { file } = await backUp(url);
  const before = await everythingOf(ada);

  const { code, stderr } = await restore(file, { DATABASE_URL: url });

  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("isn't empty") });
  expect(await everythingOf(ada)).toEqual(before);
});

test("a database on which Todo was started, and that nobody has used, is as good as an empty one", async () => {
  const { url, ada } = await liveALittle();
  const { file } = await backUp(url);
  const target = await newDatabase({ withTables: true });
  await (await createWorld({ environment: { DATABASE_URL: target } })).close();

  const { code, stderr } = await restore(file, { DATABASE_URL: target });

  expect(code, stderr).toBe(0);
  await signInAgain(target, ada.email);
});

test("a damaged file is refused before anything is made", async () => {
  const { url } = await liveALittle();
  const { file } = await backUp(url);
  const target = await newDatabase();
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length - 1_000));

  const { code, stderr } = await restore(file, { DATABASE_URL: target });

  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("is cut short") });
  expect(await rowsIn(target, "select from pg_class where relnamespace = 'public'::regnamespace")).toEqual(
    [],
  );
});

test("a backup with a schema that this program doesn't know is refused", async () => {
  const { url } = await liveALittle();
  await rowsIn(url, "insert into schema_migrations values (9999, '9999_newer.sql', 'hash')");
  const { file } = await backUp(url);
  const { code, stderr } = await restore(file, { DATABASE_URL: await newDatabase() });
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching(/schema 9999.*up to \d/) });
});

test("an empty database with a newer schema is refused", async () => {
  const { url } = await liveALittle();
  const { file } = await backUp(url);
  const target = await newDatabase({ withTables: true });
  await rowsIn(target, "insert into schema_migrations values (9999, '9999_newer.sql', 'hash')");
  const { code, stderr } = await restore(file, { DATABASE_URL: target });
  expect({ code, stderr }).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("has the schema 9999 already"),
  });
});

test("the file is its owner's alone, and holds the secret only when that is asked for", async () => {
  const { url } = await liveALittle();
  const without = await backUp(url);
  const withSecret = await backUp(url, ["--with-secret"]);
  const text = async (file: string) => gunzipSync(await readFile(file)).toString("latin1");

  expect((await stat(without.file)).mode & 0o777).toBe(0o600);
  expect(await text(without.file)).not.toContain(SECRET);
  expect(await text(withSecret.file)).toContain(SECRET);
  expect(without.said + withSecret.said).not.toContain(SECRET);
  expect(without.said).toContain("The secret is not in it.");
});

test("without the old secret a restore explains, and goes on with a new one when told to", async () => {
  const { url, ada } = await liveALittle();
  const { file } = await backUp(url);
  const elsewhere = {
    DATABASE_URL: await newDatabase(),
    BETTER_AUTH_SECRET: "another secret, 0123456789 0123456789",
  };

  const refused = await restore(file, elsewhere);
  const accepted = await restore(file, elsewhere, ["--new-secret"]);

  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("holds another secret");
  expect(accepted.code, accepted.stderr).toBe(0);
  const again = await signInAgain(elsewhere.DATABASE_URL, ada.email, elsewhere.BETTER_AUTH_SECRET);
  expect((await again.fetch("/api/auth/token")).status).toBe(200);
});

test("after a restore with a new secret browsers are given a key for push messages that can be opened", async () => {
  const { url, ada } = await liveALittle();
  const { push } = await ada.list_channels();
  const { file } = await backUp(url);
  const target = await newDatabase();
  const secret = "another secret, 0123456789 0123456789";
  const elsewhere = { DATABASE_URL: target, BETTER_AUTH_SECRET: secret };

  expect((await restore(file, elsewhere, ["--new-secret"])).code).toBe(0);

  expect(await rowsIn(target, "select from server_keys")).toEqual([]);
  const again = await signInAgain(target, ada.email, secret);
  expect((await again.list_channels()).push.public_key).not.toBe(push.public_key);
});

test("a file that is there already is not written over", async () => {
  const { home, file } = await backUp((await liveALittle()).url);
  const before = await readFile(file);
  const { code, stderr } = await home.todo(["backup", "--output", file]);
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("already") });
  expect(await readFile(file)).toEqual(before);
});

test("the embedded database is made, filled and saved, and the secret goes to its place", async () => {
  const { url } = await liveALittle();
  const { file } = await backUp(url, ["--with-secret"]);
  const home = await openHome();
  // The server of a test that runs as root is somebody else, who must be able to go in there.
  await chmod(home.folder, 0o755);
  const environment = { TODO_DATA_DIR: join(home.folder, "data") };
  const there = await openHome(environment);

  const nothing = await there.todo(["backup"]);
  const restored = await there.todo(["restore", file]);
  const saved = await there.todo(["backup", "--output", join(home.folder, "again.backup"), "--json"]);

  expect(nothing.stderr).toContain("There is no database in");
  expect(restored.code, restored.stderr).toBe(0);
  expect(await readFile(join(environment.TODO_DATA_DIR, "secret"), "utf8")).toBe(SECRET);
  expect(saved.code, saved.stderr).toBe(0);
  expect(JSON.parse(saved.stdout).tables).toContainEqual(expect.objectContaining({ name: "user", rows: 1 }));
});

test("the embedded database is saved while Todo runs on it, and runs on", async () => {
  const home = await openHome();
  await chmod(home.folder, 0o755);
  const dataDir = join(home.folder, "data");
  const postgres = await startPostgres({ dataDir, projectDir: home.folder, settings: { fsync: "off" } });
  try {
    await migrate({ url: postgres.url, folder: migrationsFolder });
    const there = await openHome({ TODO_DATA_DIR: dataDir });

    const { code, stderr } = await there.todo(["backup"]);

    expect(code, stderr).toBe(0);
    expect(await rowsIn(postgres.url, "select 1 as alive")).toEqual([{ alive: 1 }]);
  } finally {
    await postgres.stop();
  }
});
