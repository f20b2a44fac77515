-- What helps a citizen on and what stands in the way, field by field.

create schema resources;
comment on schema resources is 'Resources and barriers of citizens.';
grant usage on schema resources to springbraet_app;

create table resources.resource_notes (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  field text not null,
  weight text not null,
  source text not null,
  words text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table resources.resource_notes is 'Resources and barriers (Ressourcer og barrierer): What helps a citizen on, and what stands in the way.';
comment on column resources.resource_notes.municipality is 'The municipality whose record it is, four digits.';
comment on column resources.resource_notes.id is 'The id of the spell; the same for all beliefs about it.';
comment on column resources.resource_notes.from_day is 'First day it held.';
comment on column resources.resource_notes.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column resources.resource_notes.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column resources.resource_notes.field is 'Field (Område): What it is about.';
comment on column resources.resource_notes.weight is 'Is (Er): Whether it helps or stands in the way.';
comment on column resources.resource_notes.source is 'Source (Kilde): Where it is from.';
comment on column resources.resource_notes.words is 'In words (Med egne ord): What there is, as the citizen says it.';
comment on column resources.resource_notes.known_from is 'First day this was believed.';
comment on column resources.resource_notes.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column resources.resource_notes.recorded_by is 'The transaction that wrote the row.';
comment on column resources.resource_notes.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index resource_notes_changed_by on resources.resource_notes (changed_by);
create index resource_notes_citizen on resources.resource_notes (municipality, citizen);
alter table resources.resource_notes enable row level security;
alter table resources.resource_notes force row level security;
create policy tenant on resources.resource_notes using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('resources.resource_notes', 'citizen');
grant select, insert, update (known_until, changed_by) on resources.resource_notes to springbraet_app;
