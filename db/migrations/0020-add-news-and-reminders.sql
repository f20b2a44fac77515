-- What follows the cases of a day: what became known of whom, who has not been talked with for long, and one's own reminders.

create view citizens.news with (security_invoker = true) as
  select municipality, citizen, 'benefit' as kind, benefit as code, from_day, until_day, known_from from citizens.benefit_spells where known_until = date '9999-12-31'
  union all
  select municipality, citizen, 'target_group', target_group, from_day, until_day, known_from from citizens.target_group_spells where known_until = date '9999-12-31'
  union all
  select municipality, citizen, 'circumstance', circumstance, from_day, until_day, known_from from citizens.circumstances where known_until = date '9999-12-31'
  union all
  select municipality, citizen, 'step', step, day, day + 1, known_from from citizens.case_steps where known_until = date '9999-12-31'
  union all
  select municipality, citizen, 'responsible', unit, from_day, until_day, known_from from citizens.responsibilities where known_until = date '9999-12-31';
comment on view citizens.news is 'What is believed of citizens now, with the day it became known.';
comment on column citizens.news.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.news.citizen is 'The citizen''s id.';
comment on column citizens.news.kind is 'benefit, target_group, circumstance, step or responsible.';
comment on column citizens.news.code is 'Which one: the benefit''s code, the unit''s id.';
comment on column citizens.news.from_day is 'First day it held, or the day it happened.';
comment on column citizens.news.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column citizens.news.known_from is 'First day this was believed.';
grant select on citizens.news to springbraet_app;

create view contact.news with (security_invoker = true) as
  select municipality, citizen, kind as code, status, day, known_from from contact.conversations where known_until = date '9999-12-31';
comment on view contact.news is 'Conversations as they are believed now, with the day they became known.';
comment on column contact.news.municipality is 'The municipality whose record it is, four digits.';
comment on column contact.news.citizen is 'The citizen''s id.';
comment on column contact.news.code is 'The kind of conversation.';
comment on column contact.news.status is 'What happened.';
comment on column contact.news.day is 'The day it happened.';
comment on column contact.news.known_from is 'First day this was believed.';
grant select on contact.news to springbraet_app;

create view offers.news with (security_invoker = true) as
  select municipality, citizen, kind as code, from_day, until_day, known_from from offers.offers where known_until = date '9999-12-31';
comment on view offers.news is 'Offers as they are believed now, with the day they became known.';
comment on column offers.news.municipality is 'The municipality whose record it is, four digits.';
comment on column offers.news.citizen is 'The citizen''s id.';
comment on column offers.news.code is 'The kind of offer.';
comment on column offers.news.from_day is 'First day it held.';
comment on column offers.news.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column offers.news.known_from is 'First day this was believed.';
grant select on offers.news to springbraet_app;

create view contact.booked_now with (security_invoker = true) as
  select municipality, citizen, kind, day, staff from contact.appointments where state = 'booked';
comment on view contact.booked_now is 'Conversations that are booked and not yet told of.';
comment on column contact.booked_now.municipality is 'The municipality whose record it is, four digits.';
comment on column contact.booked_now.citizen is 'The citizen''s id.';
comment on column contact.booked_now.kind is 'The kind of conversation.';
comment on column contact.booked_now.day is 'The day it is booked for.';
comment on column contact.booked_now.staff is 'The member of staff who holds it.';
grant select on contact.booked_now to springbraet_app;

-- The days on which somebody looked at their day: what became known since is news to them.
create table duties.looks (
  municipality text not null,
  who text not null,
  day date not null,
  primary key (municipality, who, day)
);
comment on table duties.looks is 'The days on which members of staff looked at My day.';
comment on column duties.looks.municipality is 'The municipality whose record it is, four digits.';
comment on column duties.looks.who is 'Who looked, as in the access log.';
comment on column duties.looks.day is 'The day they looked at.';
alter table duties.looks enable row level security;
alter table duties.looks force row level security;
create policy tenant on duties.looks using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on duties.looks to springbraet_app;

create table duties.reminders (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  citizen text not null,
  owner text not null,
  text text not null check (length(text) between 1 and 300),
  day date,
  mark text not null check (mark in ('none', 'yellow', 'green', 'blue', 'red')),
  is_shared boolean not null,
  is_done boolean not null default false,
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (municipality, id)
);
comment on table duties.reminders is 'Short notes and reminders of one''s own about citizens; the unit sees those that are shared.';
comment on column duties.reminders.municipality is 'The municipality whose record it is, four digits.';
comment on column duties.reminders.id is 'Id of the reminder.';
comment on column duties.reminders.citizen is 'The citizen''s id.';
comment on column duties.reminders.owner is 'Whose it is, as in the access log.';
comment on column duties.reminders.text is 'The note.';
comment on column duties.reminders.day is 'The day to be reminded on; empty for a note that stands.';
comment on column duties.reminders.mark is 'Its colour: none, yellow, green, blue or red.';
comment on column duties.reminders.is_shared is 'Do others who see the citizen see it?';
comment on column duties.reminders.is_done is 'Is it done?';
comment on column duties.reminders.version is 'Which text this is, counted from 1: a change names the one it saw.';
comment on column duties.reminders.changed_by is 'Who wrote this version.';
comment on column duties.reminders.changed_at is 'When this version was written.';
create index reminders_owner on duties.reminders (municipality, owner, day) where not is_done;
create index reminders_citizen on duties.reminders (municipality, citizen);
alter table duties.reminders enable row level security;
alter table duties.reminders force row level security;
create policy tenant on duties.reminders using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('duties.reminders', 'citizen');
grant select, insert, update (text, day, mark, is_shared, is_done, version, changed_by, changed_at) on duties.reminders to springbraet_app;

-- Views of My day under a name: one's own, or shared with a unit.
create table duties.saved_views (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  owner text not null,
  unit text,
  name text not null check (length(name) between 1 and 60),
  search jsonb not null,
  is_gone boolean not null default false,
  saved_at timestamptz not null default now(),
  primary key (municipality, id)
);
comment on table duties.saved_views is 'Views of My day that somebody saved under a name.';
comment on column duties.saved_views.municipality is 'The municipality whose record it is, four digits.';
comment on column duties.saved_views.id is 'Id of the view.';
comment on column duties.saved_views.owner is 'Whose it is, as in the access log.';
comment on column duties.saved_views.unit is 'The unit it is shared with; empty when it is one''s own.';
comment on column duties.saved_views.name is 'What it is called.';
comment on column duties.saved_views.search is 'What the page''s address says: filters, never a person.';
comment on column duties.saved_views.is_gone is 'Has its owner taken it away?';
comment on column duties.saved_views.saved_at is 'When it was saved.';
create unique index saved_views_name on duties.saved_views (municipality, owner, name) where not is_gone;
alter table duties.saved_views enable row level security;
alter table duties.saved_views force row level security;
create policy tenant on duties.saved_views using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (is_gone) on duties.saved_views to springbraet_app;
