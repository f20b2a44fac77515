-- Conversations that are booked, and what became of them. One that was held or missed is told in contact.conversations too, where figures
-- and duties read it; this table is where the work is done.
create table contact.appointments (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  citizen text not null,
  kind text not null,
  form text not null,
  day date not null,
  starts integer not null check (starts between 0 and 1439),
  minutes integer not null check (minutes between 1 and 480),
  staff text not null,
  is_duty boolean not null,
  purpose text not null default '',
  parties text[] not null default '{}',
  state text not null default 'booked' check (state in ('booked', 'held', 'missed', 'cancelled')),
  reason text not null default '',
  is_reasonable boolean,
  decision text check (decision in ('no_consequence', 'hearing', 'deduction', 'no_decision_yet')),
  decided_why text not null default '',
  note text not null default '',
  follows uuid,
  conversation text,
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (municipality, id)
);
comment on table contact.appointments is 'Booked conversations: with whom, when, in which form, what for, and what became of them.';
comment on column contact.appointments.municipality is 'The municipality whose record it is, four digits.';
comment on column contact.appointments.id is 'Id of the appointment.';
comment on column contact.appointments.citizen is 'The citizen''s id.';
comment on column contact.appointments.kind is 'The kind of conversation, as in contact.conversations.';
comment on column contact.appointments.form is 'In person, by phone and so on, as in contact.conversations.';
comment on column contact.appointments.day is 'The day it is booked for.';
comment on column contact.appointments.starts is 'When it begins, in minutes since midnight, Danish time.';
comment on column contact.appointments.minutes is 'How long it lasts.';
comment on column contact.appointments.staff is 'The member of staff who holds it.';
comment on column contact.appointments.is_duty is 'Has the citizen a duty to come?';
comment on column contact.appointments.purpose is 'What it is for, in words the citizen may read.';
comment on column contact.appointments.parties is 'Who else takes part: a_kasse, arbejdsgiver, mentor, tolk, paaroerende, lovguide or other words.';
comment on column contact.appointments.state is 'booked, held, missed (the citizen did not come) or cancelled.';
comment on column contact.appointments.reason is 'Why it was missed or cancelled, as told.';
comment on column contact.appointments.is_reasonable is 'Is the reason for not coming a good one? Empty while nobody has judged.';
comment on column contact.appointments.decision is 'What is decided when somebody with a duty did not come.';
comment on column contact.appointments.decided_why is 'The reasons for the decision.';
comment on column contact.appointments.note is 'What was talked about and agreed.';
comment on column contact.appointments.follows is 'The appointment in whose end this one was agreed.';
comment on column contact.appointments.conversation is 'Id of the row in contact.conversations that tells the outcome.';
comment on column contact.appointments.version is 'Which text this is, counted from 1: a change names the one it saw.';
comment on column contact.appointments.changed_by is 'Who wrote this version.';
comment on column contact.appointments.changed_at is 'When this version was written.';
create index appointments_citizen on contact.appointments (municipality, citizen, day);
create index appointments_staff on contact.appointments (municipality, staff, day);
create index appointments_day on contact.appointments (municipality, day);
alter table contact.appointments enable row level security;
alter table contact.appointments force row level security;
create policy tenant on contact.appointments using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('contact.appointments', 'citizen');
grant select, insert, update (kind, form, day, starts, minutes, staff, is_duty, purpose, parties, state, reason, is_reasonable, decision, decided_why, note, conversation, version, changed_by, changed_at) on contact.appointments to springbraet_app;

create table contact.earlier_appointments (
  municipality text not null,
  appointment uuid not null,
  version integer not null,
  citizen text not null,
  was jsonb not null,
  until timestamptz not null default now(),
  primary key (municipality, appointment, version)
);
comment on table contact.earlier_appointments is 'What appointments said before they were changed.';
comment on column contact.earlier_appointments.municipality is 'The municipality whose record it is, four digits.';
comment on column contact.earlier_appointments.appointment is 'Id of the appointment.';
comment on column contact.earlier_appointments.version is 'Which of its texts.';
comment on column contact.earlier_appointments.citizen is 'The citizen''s id.';
comment on column contact.earlier_appointments.was is 'The whole row as it stood.';
comment on column contact.earlier_appointments.until is 'When it was changed.';
create index earlier_appointments_citizen on contact.earlier_appointments (municipality, citizen);
alter table contact.earlier_appointments enable row level security;
alter table contact.earlier_appointments force row level security;
create policy tenant on contact.earlier_appointments using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('contact.earlier_appointments', 'citizen');
grant select, insert on contact.earlier_appointments to springbraet_app;

-- What the people on a list of appointments are called, for the word of conversations.
create view citizens.names_now with (security_invoker = true) as
  select municipality, id as citizen, case when protected then null else name end as name, coalesce(protected, false) as is_protected
  from citizens.citizens where known_until = date '9999-12-31';
comment on view citizens.names_now is 'What citizens are called now; the protected have no name here.';
comment on column citizens.names_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.names_now.citizen is 'The citizen''s id.';
comment on column citizens.names_now.name is 'Name; empty when it is not known or protected.';
comment on column citizens.names_now.is_protected is 'Is the citizen under name and address protection.';
grant select on citizens.names_now to springbraet_app;
