-- Screening for risk of long-term benefit, and archetypes with their strategies. Criteria, rules and strategies are data in the program; here stand
-- answers, conclusions and archetypes as they are recorded.

create schema screening;
comment on schema screening is 'Screenings for risk, and archetypes.';
grant usage on schema screening to springbraet_app;

create table screening.screening_answers (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  screening text not null,
  question text not null,
  answer text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table screening.screening_answers is 'Answers in screenings (Svar i screening): What the citizen or the caseworker answered to a question; without an answer it is unknown.';
comment on column screening.screening_answers.municipality is 'The municipality whose record it is, four digits.';
comment on column screening.screening_answers.id is 'The id of the event; the same for all beliefs about it.';
comment on column screening.screening_answers.day is 'The day it happened.';
comment on column screening.screening_answers.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column screening.screening_answers.screening is 'Screening (Screening): Which screening.';
comment on column screening.screening_answers.question is 'Question (Spørgsmål): The criterion that is asked about.';
comment on column screening.screening_answers.answer is 'Answer (Svar): Yes or no.';
comment on column screening.screening_answers.known_from is 'First day this was believed.';
comment on column screening.screening_answers.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column screening.screening_answers.recorded_by is 'The transaction that wrote the row.';
comment on column screening.screening_answers.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index screening_answers_changed_by on screening.screening_answers (changed_by);
create index screening_answers_citizen on screening.screening_answers (municipality, citizen);
alter table screening.screening_answers enable row level security;
alter table screening.screening_answers force row level security;
create policy tenant on screening.screening_answers using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('screening.screening_answers', 'citizen');
grant select, insert, update (known_until, changed_by) on screening.screening_answers to springbraet_app;

create table screening.screening_conclusions (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  screening text not null,
  conclusion text not null,
  rule_said text,
  effort_from date,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table screening.screening_conclusions is 'Conclusions of screenings (Konklusioner på screening): What the caseworker concluded, and what the rule said that day.';
comment on column screening.screening_conclusions.municipality is 'The municipality whose record it is, four digits.';
comment on column screening.screening_conclusions.id is 'The id of the event; the same for all beliefs about it.';
comment on column screening.screening_conclusions.day is 'The day it happened.';
comment on column screening.screening_conclusions.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column screening.screening_conclusions.screening is 'Screening (Screening): Which screening.';
comment on column screening.screening_conclusions.conclusion is 'Conclusion (Konklusion): The caseworker''s conclusion.';
comment on column screening.screening_conclusions.rule_said is 'The rule''s answer (Reglens svar): What the open rule said of what was known; empty if not known.';
comment on column screening.screening_conclusions.effort_from is 'Early effort from (Tidlig indsats fra): First day of the early effort.';
comment on column screening.screening_conclusions.reason is 'Reason (Begrundelse): Why, when the conclusion goes against the rule.';
comment on column screening.screening_conclusions.known_from is 'First day this was believed.';
comment on column screening.screening_conclusions.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column screening.screening_conclusions.recorded_by is 'The transaction that wrote the row.';
comment on column screening.screening_conclusions.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index screening_conclusions_changed_by on screening.screening_conclusions (changed_by);
create index screening_conclusions_citizen on screening.screening_conclusions (municipality, citizen);
alter table screening.screening_conclusions enable row level security;
alter table screening.screening_conclusions force row level security;
create policy tenant on screening.screening_conclusions using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('screening.screening_conclusions', 'citizen');
grant select, insert, update (known_until, changed_by) on screening.screening_conclusions to springbraet_app;

create table screening.archetypes (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  archetype text,
  distance text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table screening.archetypes is 'Archetypes (Arketyper): The archetype an activity-ready citizen is in, and whether the citizen is near to or far from the labour market.';
comment on column screening.archetypes.municipality is 'The municipality whose record it is, four digits.';
comment on column screening.archetypes.id is 'The id of the spell; the same for all beliefs about it.';
comment on column screening.archetypes.from_day is 'First day it held.';
comment on column screening.archetypes.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column screening.archetypes.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column screening.archetypes.archetype is 'Archetype (Arketype): The archetype; empty if only the distance is judged.';
comment on column screening.archetypes.distance is 'Distance (Afstand): Near to or far from the labour market; empty if not judged.';
comment on column screening.archetypes.known_from is 'First day this was believed.';
comment on column screening.archetypes.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column screening.archetypes.recorded_by is 'The transaction that wrote the row.';
comment on column screening.archetypes.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index archetypes_changed_by on screening.archetypes (changed_by);
create index archetypes_citizen on screening.archetypes (municipality, citizen);
alter table screening.archetypes enable row level security;
alter table screening.archetypes force row level security;
create policy tenant on screening.archetypes using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('screening.archetypes', 'citizen');
grant select, insert, update (known_until, changed_by) on screening.archetypes to springbraet_app;

-- What screenings read of people beyond `people_now`: sex and origin, for criteria a municipality turned on openly and for the review of fairness.
create view citizens.traits_now with (security_invoker = true) as
  select municipality, id as citizen, born, sex, origin, education from citizens.citizens where known_until = date '9999-12-31';
comment on view citizens.traits_now is 'What is recorded of people themselves, as it is believed now; no name and no number.';
comment on column citizens.traits_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.traits_now.citizen is 'The citizen''s id.';
comment on column citizens.traits_now.born is 'Birthday.';
comment on column citizens.traits_now.sex is 'Sex according to CPR.';
comment on column citizens.traits_now.origin is 'Origin as Statistics Denmark has it.';
comment on column citizens.traits_now.education is 'Highest completed level.';
grant select on citizens.traits_now to springbraet_app;
