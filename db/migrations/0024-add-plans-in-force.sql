-- When citizens' plans were in force, so that figures can count them (CPL-13). The plans themselves stay as they are.

create table pathways.plans_in_force (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  kind text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table pathways.plans_in_force is 'Plans in force (Planer i kraft): The citizen''s plans, from their adoption until they ended; they follow from the plans themselves.';
comment on column pathways.plans_in_force.municipality is 'The municipality whose record it is, four digits.';
comment on column pathways.plans_in_force.id is 'The id of the spell; the same for all beliefs about it.';
comment on column pathways.plans_in_force.from_day is 'First day it held.';
comment on column pathways.plans_in_force.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column pathways.plans_in_force.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column pathways.plans_in_force.kind is 'Kind (Art): The kind of plan.';
comment on column pathways.plans_in_force.known_from is 'First day this was believed.';
comment on column pathways.plans_in_force.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column pathways.plans_in_force.recorded_by is 'The transaction that wrote the row.';
comment on column pathways.plans_in_force.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index plans_in_force_changed_by on pathways.plans_in_force (changed_by);
create index plans_in_force_citizen on pathways.plans_in_force (municipality, citizen);
alter table pathways.plans_in_force enable row level security;
alter table pathways.plans_in_force force row level security;
create policy tenant on pathways.plans_in_force using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('pathways.plans_in_force', 'citizen');
grant select, insert, update (known_until, changed_by) on pathways.plans_in_force to springbraet_app;

-- Plans from before: as they stand now, known from the day their last version was written. The fence holds the table's owner too, so it is lifted while they are copied.
alter table pathways.plans no force row level security;
alter table pathways.plans_in_force no force row level security;
insert into pathways.plans_in_force (municipality, id, from_day, until_day, citizen, kind, known_from)
  select municipality, id::text, adopted_on, case when state = 'ended' then greatest(changed_on, adopted_on + 1) else date '9999-12-31' end,
    citizen, kind, changed_on
  from pathways.plans where adopted_on is not null;
alter table pathways.plans force row level security;
alter table pathways.plans_in_force force row level security;
