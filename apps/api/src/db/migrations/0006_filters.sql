-- Searches that a person keeps, in the filter language; labels and lists stand in them by name.
create table filters (
  space_id uuid not null references spaces on delete cascade,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 100),
  query text not null check (query <> ''),
  position text collate "C" not null,
  deleted_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (space_id, id)
);
create unique index filters_name on filters (space_id, lower(name)) where deleted_at is null;
