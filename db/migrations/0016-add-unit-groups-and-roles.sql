-- Which target groups a unit answers for, and what its staff do there (ORG-01).

create table organisation.unit_groups (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  unit text not null,
  target_group text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table organisation.unit_groups is 'Units'' target groups (Enheders målgrupper): Which target groups a unit answers for.';
comment on column organisation.unit_groups.municipality is 'The municipality whose record it is, four digits.';
comment on column organisation.unit_groups.id is 'The id of the spell; the same for all beliefs about it.';
comment on column organisation.unit_groups.from_day is 'First day it held.';
comment on column organisation.unit_groups.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column organisation.unit_groups.unit is 'Unit (Enhed): The unit''s id.';
comment on column organisation.unit_groups.target_group is 'Target group (Målgruppe): The target group as the law divides them.';
comment on column organisation.unit_groups.known_from is 'First day this was believed.';
comment on column organisation.unit_groups.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column organisation.unit_groups.recorded_by is 'The transaction that wrote the row.';
comment on column organisation.unit_groups.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index unit_groups_changed_by on organisation.unit_groups (changed_by);
alter table organisation.unit_groups enable row level security;
alter table organisation.unit_groups force row level security;
create policy tenant on organisation.unit_groups using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on organisation.unit_groups to springbraet_app;

alter table organisation.staff add column role text;
comment on column organisation.staff.role is 'Role (Rolle): What the employee does in the unit.';
