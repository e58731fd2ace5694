-- What was done, latest first. What is still to do counts as done after everything, so that one index answers the whole order.
create index tasks_by_completion on tasks (space_id, coalesce(completed_at, 'infinity'), number) where deleted_at is null;
