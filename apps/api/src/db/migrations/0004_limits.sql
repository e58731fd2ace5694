-- How many changes the space saw in the minute that began then. Counted by the statement that makes the change.
alter table spaces
  add column writes integer not null default 0,
  add column writes_since timestamptz not null default '-infinity';

-- How many event streams each process holds open for a person. The process renews its rows; those of a dead one expire.
create table open_streams (
  user_id uuid not null references "user" on delete cascade,
  holder uuid not null,
  count integer not null,
  expires_at timestamptz not null,
  primary key (user_id, holder)
);
create index open_streams_by_time on open_streams (expires_at);

-- What a person's answers go on and cost today.
create index agent_runs_running on agent_runs (space_id, user_id) where status = 'running';
create index agent_runs_by_person on agent_runs (user_id, space_id, created_at);
