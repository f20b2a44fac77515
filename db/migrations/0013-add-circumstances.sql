-- What rules of the law turn on and no table held: what is so for a citizen for a time, and what happens in a case besides
-- conversations and offers.

create table citizens.circumstances (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  circumstance text not null,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table citizens.circumstances is 'Circumstances (Omstændigheder): Exemptions, categories and the like that hold for a citizen for a time and a rule may turn on.';
comment on column citizens.circumstances.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.circumstances.id is 'The id of the spell; the same for all beliefs about it.';
comment on column citizens.circumstances.from_day is 'First day it held.';
comment on column citizens.circumstances.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column citizens.circumstances.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.circumstances.circumstance is 'Circumstance (Omstændighed): What holds.';
comment on column citizens.circumstances.reason is 'Reason (Begrundelse): Why, as the caseworker noted it.';
comment on column citizens.circumstances.known_from is 'First day this was believed.';
comment on column citizens.circumstances.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.circumstances.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.circumstances.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index circumstances_changed_by on citizens.circumstances (changed_by);
create index circumstances_citizen on citizens.circumstances (municipality, citizen);
alter table citizens.circumstances enable row level security;
alter table citizens.circumstances force row level security;
create policy tenant on citizens.circumstances using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('citizens.circumstances', 'citizen');
grant select, insert, update (known_until, changed_by) on citizens.circumstances to springbraet_app;

create table citizens.case_steps (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  step text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table citizens.case_steps is 'Case steps (Sagsskridt): What happens in a case besides the jobcentre''s talks and offers: requests, certificates, contracts, assessments.';
comment on column citizens.case_steps.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.case_steps.id is 'The id of the event; the same for all beliefs about it.';
comment on column citizens.case_steps.day is 'The day it happened.';
comment on column citizens.case_steps.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.case_steps.step is 'Step (Skridt): What happened.';
comment on column citizens.case_steps.known_from is 'First day this was believed.';
comment on column citizens.case_steps.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.case_steps.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.case_steps.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index case_steps_changed_by on citizens.case_steps (changed_by);
create index case_steps_citizen on citizens.case_steps (municipality, citizen);
alter table citizens.case_steps enable row level security;
alter table citizens.case_steps force row level security;
create policy tenant on citizens.case_steps using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('citizens.case_steps', 'citizen');
grant select, insert, update (known_until, changed_by) on citizens.case_steps to springbraet_app;
