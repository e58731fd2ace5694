-- The session in which a browser asked to be told. When it is ended, and hasn't only run out, its browser is told no more.
-- Older ones know none and stay until they are removed.
alter table channels add column session_id uuid;
create index channels_by_session on channels (session_id) where session_id is not null;
create or replace function remember_ended_session() returns trigger language plpgsql as $$
begin
  insert into ended_sessions (id) values (old.id) on conflict do nothing;
  if old."expiresAt" > now() then
    delete from channels where session_id = old.id;
  end if;
  return null;
end $$;
