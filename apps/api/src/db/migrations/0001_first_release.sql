create extension if not exists pg_trgm;

-- Accounts: the tables of Better Auth, as its own migration generator writes them (a test compares).
create table "user" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);
create table "session" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" uuid not null references "user" ("id") on delete cascade);
create table "account" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "accountId" text not null, "providerId" text not null, "userId" uuid not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null);
create table "verification" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);
create table "jwks" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "publicKey" text not null, "privateKey" text not null, "createdAt" timestamptz not null, "expiresAt" timestamptz, "alg" text, "crv" text);
create table "apikey" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "configId" text not null, "name" text, "start" text, "referenceId" text not null, "prefix" text, "key" text not null, "refillInterval" integer, "refillAmount" integer, "lastRefillAt" timestamptz, "enabled" boolean, "rateLimitEnabled" boolean, "rateLimitTimeWindow" integer, "rateLimitMax" integer, "requestCount" integer, "remaining" integer, "lastRequest" timestamptz, "expiresAt" timestamptz, "createdAt" timestamptz not null, "updatedAt" timestamptz not null, "permissions" text, "metadata" text);
create index "session_userId_idx" on "session" ("userId");
create index "account_userId_idx" on "account" ("userId");
create index "verification_identifier_idx" on "verification" ("identifier");
create index "apikey_configId_idx" on "apikey" ("configId");
create index "apikey_referenceId_idx" on "apikey" ("referenceId");
create index "apikey_key_idx" on "apikey" ("key");

-- A space owns things; people are members of spaces. A person's own space has the person's id.
create table spaces (
  id uuid primary key,
  next_number integer not null default 1,
  last_seq bigint not null default 0,
  created_at timestamptz(3) not null default now()
);
create table members (
  space_id uuid not null references spaces on delete cascade,
  user_id uuid not null references "user" on delete cascade,
  role text not null check (role in ('owner', 'editor', 'viewer')),
  primary key (space_id, user_id)
);
create index members_by_user on members (user_id);

create table profiles (
  space_id uuid not null references spaces on delete cascade,
  id uuid not null references "user" on delete cascade,
  time_zone text not null default 'UTC',
  time_zone_known boolean not null default false,
  week_start text not null default 'monday' check (week_start in ('monday', 'sunday', 'saturday')),
  language text not null default 'en',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  primary key (space_id, id)
);

create table lists (
  space_id uuid not null references spaces on delete cascade,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 100),
  position text collate "C" not null,
  archived_at timestamptz(3),
  deleted_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (space_id, id)
);
create unique index lists_name on lists (space_id, lower(name)) where deleted_at is null;

create table labels (
  space_id uuid not null references spaces on delete cascade,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 50),
  deleted_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (space_id, id)
);
create unique index labels_name on labels (space_id, lower(name)) where deleted_at is null;

create type priority as enum ('none', 'low', 'medium', 'high', 'urgent');

-- A task's own fields as the API writes them, still open at the end: what lies in other tables is added by the
-- query. Kept with the row, because writing JSON is what costs most in a list. Immutable in truth, though it calls
-- functions that PostgreSQL can't know to be so: every format is spelled out.
create function task_json(
  id uuid, number integer, title text, description text, priority priority, parent_id uuid, due_on date, due_time text,
  time_zone text, "position" text, completed_at timestamptz, deleted_at timestamptz, created_at timestamptz,
  updated_at timestamptz, version integer
) returns text immutable parallel safe language plpgsql as $$
declare
  iso constant text := 'YYYY-MM-DD"T"HH24:MI:SS.MS';
begin
  return concat(
    '{"id":"', id, '","number":', number, ',"title":', to_json(title), ',"description":', to_json(description),
    case when completed_at is null then ',"status":"pending","priority":"' else ',"status":"completed","priority":"' end,
    priority, '","parent":', coalesce('"' || parent_id || '"', 'null'),
    ',"due_on":', coalesce('"' || to_char(due_on, 'YYYY-MM-DD') || '"', 'null'),
    ',"due_time":', coalesce('"' || due_time || '"', 'null'), ',"time_zone":', coalesce('"' || time_zone || '"', 'null'),
    ',"position":"', position, '","completed_at":', coalesce('"' || to_char(completed_at at time zone 'UTC', iso) || 'Z"', 'null'),
    ',"deleted_at":', coalesce('"' || to_char(deleted_at at time zone 'UTC', iso) || 'Z"', 'null'), ',"created_at":"', to_char(created_at at time zone 'UTC', iso), 'Z"',
    ',"updated_at":"', to_char(updated_at at time zone 'UTC', iso), 'Z"', ',"version":', version);
end $$;

create table tasks (
  space_id uuid not null,
  id uuid not null,
  number integer not null,
  title text not null check (char_length(title) between 1 and 200),
  description text not null default '' check (char_length(description) <= 10000),
  priority priority not null default 'none',
  label_ids uuid[] not null default '{}',
  list_id uuid,
  parent_id uuid,
  due_on date,
  due_time text collate "C" check (due_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  time_zone text,
  position text collate "C" not null,
  completed_at timestamptz(3),
  deleted_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1,
  -- Without punctuation, so that an address or a file's name is found by each of its parts.
  search tsvector generated always as (to_tsvector('simple', translate(title || ' ' || description,
    '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32)))) stored,
  json text generated always as (task_json(id, number, title, description, priority, parent_id, due_on, due_time,
    time_zone, "position", completed_at, deleted_at, created_at, updated_at, version)) stored,
  primary key (space_id, id),
  unique (space_id, number),
  foreign key (space_id, list_id) references lists (space_id, id),
  foreign key (space_id, parent_id) references tasks (space_id, id),
  check (due_time is null or due_on is not null),
  check ((due_time is null) = (time_zone is null))
);
-- The orders that list_tasks pages by, of living tasks, and again of those still to do: years of completed ones lie between them.
create index tasks_by_position on tasks (space_id, position, number) where deleted_at is null;
create index tasks_by_list on tasks (space_id, list_id, position, number) where deleted_at is null;
create index tasks_by_due on tasks (space_id, coalesce(due_on, 'infinity'), coalesce(due_time, ''), number) where deleted_at is null;
create index tasks_by_priority on tasks (space_id, priority, number) where deleted_at is null;
create index tasks_by_title on tasks (space_id, lower(title) collate "C", number) where deleted_at is null;
create index pending_by_position on tasks (space_id, position, number) where deleted_at is null and completed_at is null;
create index pending_by_list on tasks (space_id, list_id, position, number) where deleted_at is null and completed_at is null;
create index pending_by_due on tasks (space_id, coalesce(due_on, 'infinity'), coalesce(due_time, ''), number) where deleted_at is null and completed_at is null;
create index pending_by_priority on tasks (space_id, priority, number) where deleted_at is null and completed_at is null;
create index completed_by_position on tasks (space_id, position, number) where deleted_at is null and completed_at is not null;
-- What is looked for rather than paged through. A GIN index gathers what is new in a list that each search reads: it is kept short.
create index tasks_by_parent on tasks (space_id, parent_id) where parent_id is not null;
create index tasks_in_trash on tasks (space_id, position, number) where deleted_at is not null;
create index tasks_by_label on tasks using gin (label_ids) with (gin_pending_list_limit = 256) where label_ids <> '{}';
create index tasks_by_word on tasks using gin (search) with (gin_pending_list_limit = 256);
create index tasks_by_trigram on tasks using gin (title gin_trgm_ops) with (gin_pending_list_limit = 256);

-- Every change, in the transaction that made it. Undo, history, audit and live updates read this one journal.
create table journal (
  space_id uuid not null,
  seq bigint not null,
  at timestamptz(3) not null,
  group_id uuid not null,
  undoes uuid,
  operation text not null,
  surface text not null,
  actor_id uuid not null,
  conversation_id uuid,
  run_id uuid,
  entity text not null,
  entity_id uuid not null,
  name text not null,
  before jsonb,
  after jsonb,
  primary key (space_id, seq, at)
) partition by range (at);
create table journal_default partition of journal default;
create index journal_by_group on journal (space_id, group_id);
create index journal_by_entity on journal (space_id, entity_id, seq);
create index journal_by_undone on journal (space_id, undoes) where undoes is not null;

create table conversations (
  space_id uuid not null references spaces on delete cascade,
  id uuid not null,
  user_id uuid not null references "user" on delete cascade,
  title text not null,
  deleted_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (space_id, id)
);
create index conversations_by_time on conversations (space_id, updated_at desc, id) where deleted_at is null;

create table agent_runs (
  space_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  user_id uuid not null references "user" on delete cascade,
  status text not null check (status in ('running', 'waiting', 'completed', 'failed', 'cancelled')),
  model text not null,
  time_zone text,
  state text,
  response text not null default '',
  input_tokens integer not null default 0,
  output_tokens integer not null default 0,
  error_code text,
  error_message text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (space_id, id),
  foreign key (space_id, conversation_id) references conversations (space_id, id) on delete cascade
);
create index agent_runs_by_conversation on agent_runs (space_id, conversation_id);
-- The one index that looks across spaces: it finds the answers that a process left behind when it died.
create index agent_runs_open on agent_runs (updated_at) where status in ('running', 'waiting');

create table messages (
  space_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  run_id uuid,
  role text not null check (role in ('user', 'assistant')),
  text text not null,
  created_at timestamptz(3) not null,
  primary key (space_id, id),
  foreign key (space_id, conversation_id) references conversations (space_id, id) on delete cascade
);
create index messages_by_conversation on messages (space_id, conversation_id, id);

create table tool_calls (
  space_id uuid not null,
  run_id uuid not null,
  id text not null,
  position integer generated always as identity,
  tool text not null,
  input jsonb not null,
  output jsonb,
  status text not null check (status in ('running', 'succeeded', 'failed', 'waiting', 'rejected')),
  created_at timestamptz(3) not null,
  finished_at timestamptz(3),
  primary key (space_id, run_id, id),
  foreign key (space_id, run_id) references agent_runs (space_id, id) on delete cascade
);

create table approvals (
  space_id uuid not null references spaces on delete cascade,
  id uuid not null,
  user_id uuid not null references "user" on delete cascade,
  run_id uuid,
  call_id text,
  conversation_id uuid,
  surface text not null,
  key_id uuid,
  tool text not null,
  input jsonb not null,
  summary text not null,
  targets jsonb not null,
  status text not null default 'pending' check (status in ('pending', 'approved', 'rejected')),
  only_targets jsonb,
  result jsonb,
  collected boolean not null default false,
  created_at timestamptz(3) not null,
  decided_at timestamptz(3),
  primary key (space_id, id),
  foreign key (space_id, run_id) references agent_runs (space_id, id) on delete cascade
);
create index approvals_pending on approvals (space_id, user_id) where status = 'pending';
create unique index approvals_by_call on approvals (space_id, run_id, call_id) where run_id is not null;

create table idempotency_keys (
  user_id uuid not null references "user" on delete cascade,
  route text not null,
  key text not null,
  body_hash text not null,
  status integer,
  response text,
  created_at timestamptz(3) not null,
  primary key (user_id, route, key)
);
create index idempotency_keys_by_time on idempotency_keys (created_at);

create table rate_limits (
  key text primary key,
  count integer not null,
  resets_at timestamptz(3) not null
);
create index rate_limits_by_time on rate_limits (resets_at);

-- Whoever signs up has a space of their own, from the same moment.
create function give_space() returns trigger language plpgsql as $$
begin
  insert into spaces (id) values (new.id);
  insert into members (space_id, user_id, role) values (new.id, new.id, 'owner');
  insert into profiles (space_id, id) values (new.id, new.id);
  return null;
end $$;
create trigger give_space after insert on "user" for each row execute function give_space();

-- Tasks and journal have no foreign key to their space: checking one costs every write. They go with it all the same.
create function empty_space() returns trigger language plpgsql as $$
begin
  delete from tasks where space_id = old.id;
  delete from journal where space_id = old.id;
  return old;
end $$;
create trigger empty_space before delete on spaces for each row execute function empty_space();
