-- Group meetings: many citizens at one place and time. Who takes part stands in contact.appointments, one row for each, so that all that is
-- known about appointments holds here too; a meeting itself names nobody.
create table contact.meetings (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  form text not null,
  subject text not null check (length(subject) between 1 and 200),
  place text not null default '',
  language text not null,
  day date not null,
  starts integer not null check (starts between 0 and 1439),
  minutes integer not null check (minutes between 1 and 480),
  staff text not null,
  unit text,
  is_duty boolean not null,
  room integer not null check (room between 1 and 500),
  taken integer not null default 0 check (taken between 0 and room),
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  reason text not null default '',
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (municipality, id)
);
comment on table contact.meetings is 'Group meetings: what about, where, when, with room for how many.';
comment on column contact.meetings.municipality is 'The municipality whose record it is, four digits.';
comment on column contact.meetings.id is 'Id of the meeting.';
comment on column contact.meetings.kind is 'The kind of conversation, as in contact.conversations; one that can have many citizens.';
comment on column contact.meetings.form is 'In person, on screen and so on, as in contact.conversations.';
comment on column contact.meetings.subject is 'What it is about, in words the citizens may read.';
comment on column contact.meetings.place is 'Where it is held; empty for the jobcentre''s own address.';
comment on column contact.meetings.language is 'The language it is held in, as in citizens/languages.yaml.';
comment on column contact.meetings.day is 'The day it is held.';
comment on column contact.meetings.starts is 'When it begins, in minutes since midnight, Danish time.';
comment on column contact.meetings.minutes is 'How long it lasts.';
comment on column contact.meetings.staff is 'The member of staff who holds it.';
comment on column contact.meetings.unit is 'The unit whose meeting it is; empty when the member of staff is in none.';
comment on column contact.meetings.is_duty is 'Have citizens who are signed up a duty to come?';
comment on column contact.meetings.room is 'How many citizens there is room for.';
comment on column contact.meetings.taken is 'How many places are taken, by citizens of all units.';
comment on column contact.meetings.state is 'planned, held (attendance is noted) or cancelled (called off).';
comment on column contact.meetings.reason is 'Why it was called off.';
comment on column contact.meetings.version is 'Which text this is, counted from 1: a change names the one it saw.';
comment on column contact.meetings.changed_by is 'Who wrote this version.';
comment on column contact.meetings.changed_at is 'When this version was written.';
create index meetings_day on contact.meetings (municipality, day);
create index meetings_staff on contact.meetings (municipality, staff, day);
alter table contact.meetings enable row level security;
alter table contact.meetings force row level security;
create policy tenant on contact.meetings using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (kind, form, subject, place, language, day, starts, minutes, staff, unit, is_duty, room, taken, state, reason, version, changed_by, changed_at) on contact.meetings to springbraet_app;

create table contact.earlier_meetings (
  municipality text not null,
  meeting uuid not null,
  version integer not null,
  was jsonb not null,
  until timestamptz not null default now(),
  primary key (municipality, meeting, version)
);
comment on table contact.earlier_meetings is 'What group meetings said before they were changed.';
comment on column contact.earlier_meetings.municipality is 'The municipality whose record it is, four digits.';
comment on column contact.earlier_meetings.meeting is 'Id of the meeting.';
comment on column contact.earlier_meetings.version is 'Which of its texts.';
comment on column contact.earlier_meetings.was is 'The whole row as it stood.';
comment on column contact.earlier_meetings.until is 'When it was changed.';
alter table contact.earlier_meetings enable row level security;
alter table contact.earlier_meetings force row level security;
create policy tenant on contact.earlier_meetings using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on contact.earlier_meetings to springbraet_app;

alter table contact.appointments add column meeting uuid;
comment on column contact.appointments.meeting is 'The group meeting it is a place in; empty for a conversation with one citizen.';
-- Nobody has two places in one meeting.
create unique index appointments_meeting on contact.appointments (municipality, meeting, citizen) where meeting is not null and state <> 'cancelled';

-- What the citizen needs to be understood, from a day to a day.
create table citizens.interpreter_needs (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  language text not null,
  way text not null,
  interpreter_sex text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table citizens.interpreter_needs is 'Interpreter needs (Tolkebehov): That a citizen needs an interpreter, in which language and how.';
comment on column citizens.interpreter_needs.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.interpreter_needs.id is 'The id of the spell; the same for all beliefs about it.';
comment on column citizens.interpreter_needs.from_day is 'First day it held.';
comment on column citizens.interpreter_needs.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column citizens.interpreter_needs.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.interpreter_needs.language is 'Language (Sprog): The language the citizen needs an interpreter in.';
comment on column citizens.interpreter_needs.way is 'Kind of interpreter (Tolkeform): How the interpreter takes part.';
comment on column citizens.interpreter_needs.interpreter_sex is 'Interpreter''s sex (Tolkens køn): Wished for by the citizen; empty when it does not matter.';
comment on column citizens.interpreter_needs.known_from is 'First day this was believed.';
comment on column citizens.interpreter_needs.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.interpreter_needs.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.interpreter_needs.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index interpreter_needs_changed_by on citizens.interpreter_needs (changed_by);
create index interpreter_needs_citizen on citizens.interpreter_needs (municipality, citizen);
alter table citizens.interpreter_needs enable row level security;
alter table citizens.interpreter_needs force row level security;
create policy tenant on citizens.interpreter_needs using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('citizens.interpreter_needs', 'citizen');
grant select, insert, update (known_until, changed_by) on citizens.interpreter_needs to springbraet_app;

create view citizens.interpreter_needs_now with (security_invoker = true) as
  select municipality, id, citizen, language, way, interpreter_sex, from_day, until_day from citizens.interpreter_needs where known_until = date '9999-12-31';
comment on view citizens.interpreter_needs_now is 'Interpreter needs as they are believed now.';
comment on column citizens.interpreter_needs_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.interpreter_needs_now.id is 'The id of the spell.';
comment on column citizens.interpreter_needs_now.citizen is 'The citizen''s id.';
comment on column citizens.interpreter_needs_now.language is 'The language the citizen needs an interpreter in.';
comment on column citizens.interpreter_needs_now.way is 'How the interpreter takes part.';
comment on column citizens.interpreter_needs_now.interpreter_sex is 'The interpreter''s sex the citizen wishes; empty when it does not matter.';
comment on column citizens.interpreter_needs_now.from_day is 'First day it held.';
comment on column citizens.interpreter_needs_now.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
grant select on citizens.interpreter_needs_now to springbraet_app;
