-- What the follow-up of the sick, of young people and of citizens under the Integration Act records for itself, and what the pages about
-- them read of conversations and education.

create schema youth;
comment on schema youth is 'What is special to young people on their way into education or work.';
grant usage on schema youth to springbraet_app;

create table sickness.sickness_assessments (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  category text,
  expected_day date,
  clear_course boolean,
  serious boolean,
  job text,
  well_in_13_weeks boolean,
  under_26_weeks boolean,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table sickness.sickness_assessments is 'Assessments of sickness cases (Vurderinger af sygeforløb): What is expected of a sickness case, and how the case was assessed.';
comment on column sickness.sickness_assessments.municipality is 'The municipality whose record it is, four digits.';
comment on column sickness.sickness_assessments.id is 'The id of the event; the same for all beliefs about it.';
comment on column sickness.sickness_assessments.day is 'The day it happened.';
comment on column sickness.sickness_assessments.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column sickness.sickness_assessments.category is 'Category (Kategori): The category, in the years the law has them.';
comment on column sickness.sickness_assessments.expected_day is 'Expected ready for work (Ventes klar til arbejde): Empty when it cannot be said.';
comment on column sickness.sickness_assessments.clear_course is 'Clear course (Klart forløb): The course can be foreseen and there are no other problems.';
comment on column sickness.sickness_assessments.serious is 'Serious illness (Alvorlig sygdom): Serious illness, or a suspicion of it, so that coming in person cannot be asked for.';
comment on column sickness.sickness_assessments.job is 'Job (Job): How it stands with the job.';
comment on column sickness.sickness_assessments.well_in_13_weeks is 'Well within 13 weeks (Rask inden 13 uger): Expected fully well within 13 weeks of the first follow-up.';
comment on column sickness.sickness_assessments.under_26_weeks is 'Both expect under 26 weeks (Begge venter under 26 uger): Both citizen and employer expect an absence of under 26 weeks.';
comment on column sickness.sickness_assessments.reason is 'Reason (Begrundelse): Why, as the caseworker noted it.';
comment on column sickness.sickness_assessments.known_from is 'First day this was believed.';
comment on column sickness.sickness_assessments.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column sickness.sickness_assessments.recorded_by is 'The transaction that wrote the row.';
comment on column sickness.sickness_assessments.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index sickness_assessments_changed_by on sickness.sickness_assessments (changed_by);
create index sickness_assessments_citizen on sickness.sickness_assessments (municipality, citizen);
alter table sickness.sickness_assessments enable row level security;
alter table sickness.sickness_assessments force row level security;
create policy tenant on sickness.sickness_assessments using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('sickness.sickness_assessments', 'citizen');
grant select, insert, update (known_until, changed_by) on sickness.sickness_assessments to springbraet_app;

create table sickness.fast_track_requests (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  asked_by text not null,
  outcome text,
  outcome_day date,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table sickness.fast_track_requests is 'Requests for an early talk (Anmodninger om tidlig indsats): Days on which somebody asked for early follow-up (fast track) or a preventive talk.';
comment on column sickness.fast_track_requests.municipality is 'The municipality whose record it is, four digits.';
comment on column sickness.fast_track_requests.id is 'The id of the event; the same for all beliefs about it.';
comment on column sickness.fast_track_requests.day is 'The day it happened.';
comment on column sickness.fast_track_requests.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column sickness.fast_track_requests.asked_by is 'Asked by (Bad om det): Who asked for it.';
comment on column sickness.fast_track_requests.outcome is 'Outcome (Udfald): Empty until it is settled.';
comment on column sickness.fast_track_requests.outcome_day is 'Settled on (Afgjort den): The day it was settled.';
comment on column sickness.fast_track_requests.reason is 'Reason (Begrundelse): Why, as the caseworker noted it.';
comment on column sickness.fast_track_requests.known_from is 'First day this was believed.';
comment on column sickness.fast_track_requests.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column sickness.fast_track_requests.recorded_by is 'The transaction that wrote the row.';
comment on column sickness.fast_track_requests.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index fast_track_requests_changed_by on sickness.fast_track_requests (changed_by);
create index fast_track_requests_citizen on sickness.fast_track_requests (municipality, citizen);
alter table sickness.fast_track_requests enable row level security;
alter table sickness.fast_track_requests force row level security;
create policy tenant on sickness.fast_track_requests using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('sickness.fast_track_requests', 'citizen');
grant select, insert, update (known_until, changed_by) on sickness.fast_track_requests to springbraet_app;

create table sickness.benefit_reassessments (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  decision text not null,
  ground text,
  extended_to date,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table sickness.benefit_reassessments is 'Reassessments of sickness benefit (Revurderinger af sygedagpenge): Decisions on whether sickness benefit goes on after 22 weeks.';
comment on column sickness.benefit_reassessments.municipality is 'The municipality whose record it is, four digits.';
comment on column sickness.benefit_reassessments.id is 'The id of the event; the same for all beliefs about it.';
comment on column sickness.benefit_reassessments.day is 'The day it happened.';
comment on column sickness.benefit_reassessments.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column sickness.benefit_reassessments.decision is 'Decision (Afgørelse): What was decided.';
comment on column sickness.benefit_reassessments.ground is 'Ground under § 27 (Grund efter § 27): The ground for the extension.';
comment on column sickness.benefit_reassessments.extended_to is 'Extended to and including (Forlænget til og med): Empty without a fixed last day.';
comment on column sickness.benefit_reassessments.reason is 'Reason (Begrundelse): Why, as the caseworker noted it.';
comment on column sickness.benefit_reassessments.known_from is 'First day this was believed.';
comment on column sickness.benefit_reassessments.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column sickness.benefit_reassessments.recorded_by is 'The transaction that wrote the row.';
comment on column sickness.benefit_reassessments.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index benefit_reassessments_changed_by on sickness.benefit_reassessments (changed_by);
create index benefit_reassessments_citizen on sickness.benefit_reassessments (municipality, citizen);
alter table sickness.benefit_reassessments enable row level security;
alter table sickness.benefit_reassessments force row level security;
create policy tenant on sickness.benefit_reassessments using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('sickness.benefit_reassessments', 'citizen');
grant select, insert, update (known_until, changed_by) on sickness.benefit_reassessments to springbraet_app;

create table sickness.sickness_ends (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  outcome text not null,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table sickness.sickness_ends is 'Ended sickness cases (Afsluttede sygeforløb): How sickness cases ended.';
comment on column sickness.sickness_ends.municipality is 'The municipality whose record it is, four digits.';
comment on column sickness.sickness_ends.id is 'The id of the event; the same for all beliefs about it.';
comment on column sickness.sickness_ends.day is 'The day it happened.';
comment on column sickness.sickness_ends.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column sickness.sickness_ends.outcome is 'Ends in (Slutter med): What the case ended in.';
comment on column sickness.sickness_ends.reason is 'Reason (Begrundelse): Why, as the caseworker noted it.';
comment on column sickness.sickness_ends.known_from is 'First day this was believed.';
comment on column sickness.sickness_ends.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column sickness.sickness_ends.recorded_by is 'The transaction that wrote the row.';
comment on column sickness.sickness_ends.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index sickness_ends_changed_by on sickness.sickness_ends (changed_by);
create index sickness_ends_citizen on sickness.sickness_ends (municipality, citizen);
alter table sickness.sickness_ends enable row level security;
alter table sickness.sickness_ends force row level security;
create policy tenant on sickness.sickness_ends using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('sickness.sickness_ends', 'citizen');
grant select, insert, update (known_until, changed_by) on sickness.sickness_ends to springbraet_app;

create table youth.youth_assessments (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  direction text not null,
  other_problems boolean,
  reading text,
  competences text,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table youth.youth_assessments is 'Assessments of young people (Vurderinger af unge): The direction of a young person, and what it takes.';
comment on column youth.youth_assessments.municipality is 'The municipality whose record it is, four digits.';
comment on column youth.youth_assessments.id is 'The id of the event; the same for all beliefs about it.';
comment on column youth.youth_assessments.day is 'The day it happened.';
comment on column youth.youth_assessments.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column youth.youth_assessments.direction is 'Direction (Retning): What is worked towards.';
comment on column youth.youth_assessments.other_problems is 'Other problems (Andre problemer): Are there problems besides unemployment.';
comment on column youth.youth_assessments.reading is 'Reading and writing (Læsning og skrivning): What the screening showed; empty without one.';
comment on column youth.youth_assessments.competences is 'Assessment of competences (Kompetenceafklaring): Individual assessment of competences gained in practice (IKV).';
comment on column youth.youth_assessments.reason is 'Reason (Begrundelse): Why, as the caseworker noted it.';
comment on column youth.youth_assessments.known_from is 'First day this was believed.';
comment on column youth.youth_assessments.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column youth.youth_assessments.recorded_by is 'The transaction that wrote the row.';
comment on column youth.youth_assessments.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index youth_assessments_changed_by on youth.youth_assessments (changed_by);
create index youth_assessments_citizen on youth.youth_assessments (municipality, citizen);
alter table youth.youth_assessments enable row level security;
alter table youth.youth_assessments force row level security;
create policy tenant on youth.youth_assessments using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('youth.youth_assessments', 'citizen');
grant select, insert, update (known_until, changed_by) on youth.youth_assessments to springbraet_app;

create table youth.education_orders (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  demand text not null,
  deadline date,
  ruled_out_by text,
  outcome text,
  outcome_day date,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table youth.education_orders is 'Education orders (Uddannelsespålæg): Orders to apply for, begin or complete an education, with deadline and outcome.';
comment on column youth.education_orders.municipality is 'The municipality whose record it is, four digits.';
comment on column youth.education_orders.id is 'The id of the event; the same for all beliefs about it.';
comment on column youth.education_orders.day is 'The day it happened.';
comment on column youth.education_orders.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column youth.education_orders.demand is 'Order (Pålæg): What the young person must do.';
comment on column youth.education_orders.deadline is 'Deadline (Frist): The last day.';
comment on column youth.education_orders.ruled_out_by is 'No order, because of (Intet pålæg, fordi): Why guidance is given instead; empty with an order.';
comment on column youth.education_orders.outcome is 'Outcome (Udfald): Empty while the deadline runs.';
comment on column youth.education_orders.outcome_day is 'Settled on (Afgjort den): The day it was settled.';
comment on column youth.education_orders.reason is 'Reason (Begrundelse): Why, as the caseworker noted it.';
comment on column youth.education_orders.known_from is 'First day this was believed.';
comment on column youth.education_orders.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column youth.education_orders.recorded_by is 'The transaction that wrote the row.';
comment on column youth.education_orders.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index education_orders_changed_by on youth.education_orders (changed_by);
create index education_orders_citizen on youth.education_orders (municipality, citizen);
alter table youth.education_orders enable row level security;
alter table youth.education_orders force row level security;
create policy tenant on youth.education_orders using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('youth.education_orders', 'citizen');
grant select, insert, update (known_until, changed_by) on youth.education_orders to springbraet_app;

create table youth.education_applications (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  kind text not null,
  answer text,
  begins date,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table youth.education_applications is 'Applications for education (Ansøgninger om uddannelse): Days on which a young person applied for an education, and what came of it.';
comment on column youth.education_applications.municipality is 'The municipality whose record it is, four digits.';
comment on column youth.education_applications.id is 'The id of the event; the same for all beliefs about it.';
comment on column youth.education_applications.day is 'The day it happened.';
comment on column youth.education_applications.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column youth.education_applications.kind is 'Education (Uddannelse): The kind of education.';
comment on column youth.education_applications.answer is 'Answer (Svar): Empty until there is an answer.';
comment on column youth.education_applications.begins is 'Begins (Begynder): The day the education begins.';
comment on column youth.education_applications.reason is 'Reason (Begrundelse): Why, as the caseworker noted it.';
comment on column youth.education_applications.known_from is 'First day this was believed.';
comment on column youth.education_applications.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column youth.education_applications.recorded_by is 'The transaction that wrote the row.';
comment on column youth.education_applications.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index education_applications_changed_by on youth.education_applications (changed_by);
create index education_applications_citizen on youth.education_applications (municipality, citizen);
alter table youth.education_applications enable row level security;
alter table youth.education_applications force row level security;
create policy tenant on youth.education_applications using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('youth.education_applications', 'citizen');
grant select, insert, update (known_until, changed_by) on youth.education_applications to springbraet_app;

create table integration.integration_statuses (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  status text not null,
  arrived date,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table integration.integration_statuses is 'Status under the Integration Act (Status efter integrationsloven): The citizen''s status from the day the municipality took over responsibility.';
comment on column integration.integration_statuses.municipality is 'The municipality whose record it is, four digits.';
comment on column integration.integration_statuses.id is 'The id of the spell; the same for all beliefs about it.';
comment on column integration.integration_statuses.from_day is 'First day it held.';
comment on column integration.integration_statuses.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column integration.integration_statuses.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column integration.integration_statuses.status is 'Status (Status): The ground of the stay.';
comment on column integration.integration_statuses.arrived is 'Arrived (Kom til kommunen): The day the citizen came to the municipality.';
comment on column integration.integration_statuses.reason is 'Remark (Bemærkning): As the caseworker noted it.';
comment on column integration.integration_statuses.known_from is 'First day this was believed.';
comment on column integration.integration_statuses.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column integration.integration_statuses.recorded_by is 'The transaction that wrote the row.';
comment on column integration.integration_statuses.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index integration_statuses_changed_by on integration.integration_statuses (changed_by);
create index integration_statuses_citizen on integration.integration_statuses (municipality, citizen);
alter table integration.integration_statuses enable row level security;
alter table integration.integration_statuses force row level security;
create policy tenant on integration.integration_statuses using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('integration.integration_statuses', 'citizen');
grant select, insert, update (known_until, changed_by) on integration.integration_statuses to springbraet_app;

create table integration.integration_contracts (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  aim text not null,
  signed_by_citizen boolean,
  reason text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table integration.integration_contracts is 'Integration contracts (Integrationskontrakter): Days on which the contract was signed or renewed.';
comment on column integration.integration_contracts.municipality is 'The municipality whose record it is, four digits.';
comment on column integration.integration_contracts.id is 'The id of the event; the same for all beliefs about it.';
comment on column integration.integration_contracts.day is 'The day it happened.';
comment on column integration.integration_contracts.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column integration.integration_contracts.aim is 'Aim (Mål): What the contract aims at.';
comment on column integration.integration_contracts.signed_by_citizen is 'Signed by the citizen (Borgeren har skrevet under): Has the citizen signed.';
comment on column integration.integration_contracts.reason is 'Remark (Bemærkning): As the caseworker noted it.';
comment on column integration.integration_contracts.known_from is 'First day this was believed.';
comment on column integration.integration_contracts.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column integration.integration_contracts.recorded_by is 'The transaction that wrote the row.';
comment on column integration.integration_contracts.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index integration_contracts_changed_by on integration.integration_contracts (changed_by);
create index integration_contracts_citizen on integration.integration_contracts (municipality, citizen);
alter table integration.integration_contracts enable row level security;
alter table integration.integration_contracts force row level security;
create policy tenant on integration.integration_contracts using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('integration.integration_contracts', 'citizen');
grant select, insert, update (known_until, changed_by) on integration.integration_contracts to springbraet_app;

create table integration.danish_teaching (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  level text not null,
  hours integer,
  placed text,
  test_passed boolean,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table integration.danish_teaching is 'Danish teaching (Danskundervisning): Danish teaching as it is laid beside work and offers.';
comment on column integration.danish_teaching.municipality is 'The municipality whose record it is, four digits.';
comment on column integration.danish_teaching.id is 'The id of the spell; the same for all beliefs about it.';
comment on column integration.danish_teaching.from_day is 'First day it held.';
comment on column integration.danish_teaching.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column integration.danish_teaching.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column integration.danish_teaching.level is 'Danish education (Danskuddannelse): Which Danish education.';
comment on column integration.danish_teaching.hours is 'Hours a week (Timer om ugen): Teaching a week. In whole hundredths of an hour.';
comment on column integration.danish_teaching.placed is 'Placed (Ligger): When and where the teaching is.';
comment on column integration.danish_teaching.test_passed is 'Test passed (Prøve bestået): Was the final test passed.';
comment on column integration.danish_teaching.known_from is 'First day this was believed.';
comment on column integration.danish_teaching.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column integration.danish_teaching.recorded_by is 'The transaction that wrote the row.';
comment on column integration.danish_teaching.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index danish_teaching_changed_by on integration.danish_teaching (changed_by);
create index danish_teaching_citizen on integration.danish_teaching (municipality, citizen);
alter table integration.danish_teaching enable row level security;
alter table integration.danish_teaching force row level security;
create policy tenant on integration.danish_teaching using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('integration.danish_teaching', 'citizen');
grant select, insert, update (known_until, changed_by) on integration.danish_teaching to springbraet_app;

create or replace view contact.talks_now with (security_invoker = true) as
  select municipality, citizen, kind, status, day, form, repatriation_guidance from contact.conversations where known_until = date '9999-12-31';
comment on column contact.talks_now.form is 'How it was held, if known.';
comment on column contact.talks_now.repatriation_guidance is 'Was the citizen guided on returning home.';

create or replace view citizens.people_now with (security_invoker = true) as
  select municipality, id as citizen, born, education, sex from citizens.citizens where known_until = date '9999-12-31';
comment on column citizens.people_now.sex is 'Sex according to CPR, if known.';

create view citizens.education_now with (security_invoker = true) as
  select municipality, citizen, kind, outcome, from_day, until_day from citizens.education_spells where known_until = date '9999-12-31';
comment on view citizens.education_now is 'Education and upskilling as it is believed now.';
comment on column citizens.education_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.education_now.citizen is 'The citizen''s id.';
comment on column citizens.education_now.kind is 'The kind of education.';
comment on column citizens.education_now.outcome is 'What came of it; empty while it goes on.';
comment on column citizens.education_now.from_day is 'First day it held.';
comment on column citizens.education_now.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
grant select on citizens.education_now to springbraet_app;
