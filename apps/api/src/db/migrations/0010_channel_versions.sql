-- Counts changes of a channel's name and of whether it is on. What its messages come to isn't counted.
alter table channels add column version integer not null default 1;
