-- A recurring task carries its rule. When it is completed, the next occurrence is a task of its own that takes the rule over.
alter table tasks
  -- The same for all occurrences; null: it doesn't recur.
  add column series_id uuid,
  -- Which one it is: the date that the rule gave, or date and time (2026-01-05T09:00). Stays when the task is moved.
  add column occurrence text collate "C",
  -- { rrule, after_completion, time_zone, starts_on, except }; null: nothing comes after it.
  add column recurrence jsonb,
  -- Fields that later occurrences have where this one alone was given others.
  add column later jsonb,
  -- [{ id, minutes_before } | { id, days_before, time } | { id, at, snoozed }]
  add column reminders jsonb not null default '[]';
create unique index tasks_by_occurrence on tasks (space_id, series_id, occurrence) where series_id is not null and deleted_at is null;

alter table profiles
  -- Whether times go along when the person moves to another zone.
  add column travel text not null default 'keep',
  -- When a task that has a date alone is taken to be due, for reminders.
  add column all_day_time text not null default '09:00',
  add column default_reminders jsonb not null default '[]',
  -- Nothing is sent between these times of the person's day; null: at any time.
  add column quiet_from text,
  add column quiet_until text,
  -- When the day's tasks are sent; null: never.
  add column digest_at text;

-- What the person is to be told, and when. Derived from tasks and profiles, in the transaction that changes them.
create table notices (
  space_id uuid not null references spaces on delete cascade,
  -- What it is about: task id and reminder id, or "digest".
  slot text not null,
  user_id uuid not null references "user" on delete cascade,
  task_id uuid,
  -- What is sent carries it, so that a second sending replaces the first. Made from the slot and the instant.
  id uuid not null,
  due_at timestamptz(3) not null,
  -- The release of the time zone database that due_at was worked out with: a newer one may say otherwise.
  zone_rules text collate "C" not null,
  -- Who is sending it, and until when nobody else does; without an owner it is put off until then.
  lease_owner uuid,
  lease_expires_at timestamptz(3),
  attempts integer not null default 0,
  -- When it was sent, or given up.
  sent_at timestamptz(3),
  primary key (space_id, slot)
);
-- Looks across spaces: what is due next, whoever's it is.
create index notices_due on notices (due_at) where sent_at is null;
create index notices_by_task on notices (space_id, task_id) where task_id is not null;

-- Where the person wants to be told: a browser that allowed it, an address, a program.
create table channels (
  space_id uuid not null references spaces on delete cascade,
  id uuid not null,
  user_id uuid not null references "user" on delete cascade,
  kind text not null check (kind in ('push', 'email', 'webhook')),
  name text not null,
  address text not null,
  -- Encrypted: what a browser wants messages encrypted with, or what a webhook's are signed with.
  secret text,
  enabled boolean not null default true,
  -- When the person said that a test had reached them.
  confirmed_at timestamptz(3),
  last_sent_at timestamptz(3),
  last_error text,
  failing_since timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (space_id, id),
  unique (user_id, kind, address)
);

-- What was sent where, and what came of it.
create table deliveries (
  space_id uuid not null references spaces on delete cascade,
  -- The notice's.
  id uuid not null,
  -- The channel's id, or "page".
  channel text not null,
  kind text not null check (kind in ('reminder', 'digest', 'test')),
  task_id uuid,
  channel_kind text not null,
  channel_name text not null,
  status text not null check (status in ('sent', 'failed', 'gone')),
  late boolean not null default false,
  error text,
  at timestamptz(3) not null,
  primary key (space_id, id, channel)
);
create index deliveries_by_task on deliveries (space_id, task_id, at) where task_id is not null;
create index deliveries_by_time on deliveries (at);

-- Calendars that can be read by whoever has the address.
create table feeds (
  space_id uuid not null references spaces on delete cascade,
  id uuid not null,
  user_id uuid not null references "user" on delete cascade,
  name text not null,
  list_id uuid,
  -- Whether tasks are written as VEVENT or as VTODO.
  kind text not null check (kind in ('events', 'tasks')),
  token_hash text not null unique,
  last_read_at timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (space_id, id),
  foreign key (space_id, list_id) references lists (space_id, id) on delete cascade
);

-- Keys of the installation that no person has, made by the first process that needs one. Private parts are encrypted.
create table server_keys (
  name text primary key,
  public_key text not null,
  private_key text not null,
  created_at timestamptz(3) not null default now()
);
