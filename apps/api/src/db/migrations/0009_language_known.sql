-- Whether somebody has told the language. A zone alone, as a message brings it, says nothing of it.
alter table profiles add column language_known boolean not null default false;
update profiles set language_known = time_zone_known;
