-- Progression: how far citizens have come towards work, measured with instruments that are data (src/progression/instruments.yaml). A row per
-- dimension; what was not answered has no row.

create schema progression;
comment on schema progression is 'How far citizens have come towards work.';
grant usage on schema progression to springbraet_app;

create table progression.progression_measurements (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  instrument text not null,
  dimension text not null,
  answered_by text not null,
  value integer not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table progression.progression_measurements is 'Progression measurements (Progressionsmålinger): Measurements of how far the citizen has come towards work: one row per dimension; what was not answered has no row.';
comment on column progression.progression_measurements.municipality is 'The municipality whose record it is, four digits.';
comment on column progression.progression_measurements.id is 'The id of the event; the same for all beliefs about it.';
comment on column progression.progression_measurements.day is 'The day it happened.';
comment on column progression.progression_measurements.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column progression.progression_measurements.instrument is 'Instrument (Redskab): What was measured with.';
comment on column progression.progression_measurements.dimension is 'Dimension (Dimension): What was measured.';
comment on column progression.progression_measurements.answered_by is 'Answered by (Svaret af): Who answered.';
comment on column progression.progression_measurements.value is 'Value (Værdi): Step on the instrument''s scale; more is better.';
comment on column progression.progression_measurements.known_from is 'First day this was believed.';
comment on column progression.progression_measurements.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column progression.progression_measurements.recorded_by is 'The transaction that wrote the row.';
comment on column progression.progression_measurements.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index progression_measurements_changed_by on progression.progression_measurements (changed_by);
create index progression_measurements_citizen on progression.progression_measurements (municipality, citizen);
alter table progression.progression_measurements enable row level security;
alter table progression.progression_measurements force row level security;
create policy tenant on progression.progression_measurements using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('progression.progression_measurements', 'citizen');
grant select, insert, update (known_until, changed_by) on progression.progression_measurements to springbraet_app;

create view progression.measurements_now with (security_invoker = true) as
  select municipality, citizen, instrument, dimension, answered_by, value, day
  from progression.progression_measurements where known_until = date '9999-12-31';
comment on view progression.measurements_now is 'Progression measurements as they are believed now.';
comment on column progression.measurements_now.municipality is 'The municipality whose record it is, four digits.';
comment on column progression.measurements_now.citizen is 'The citizen''s id.';
comment on column progression.measurements_now.instrument is 'What was measured with.';
comment on column progression.measurements_now.dimension is 'What was measured.';
comment on column progression.measurements_now.answered_by is 'Who answered.';
comment on column progression.measurements_now.value is 'Step on the instrument''s scale; more is better.';
comment on column progression.measurements_now.day is 'The day it was measured.';
grant select on progression.measurements_now to springbraet_app;
