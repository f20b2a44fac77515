-- One table per fact of the words' facts.ts. A row is one belief about one fact: it held in [from_day, until_day) or on day,
-- and was believed in [known_from, known_until). Rows are never edited or deleted: a correction ends the old belief and adds a new row.
-- A belief that was corrected on the day it arose has known_from = known_until.

create schema companies;
comment on schema companies is 'Companies and the jobcentre''s contact with them.';
grant usage on schema companies to springbraet_app;
create schema citizens;
comment on schema citizens is 'People and what is recorded about them.';
grant usage on schema citizens to springbraet_app;
create schema contact;
comment on schema contact is 'Conversations with citizens.';
grant usage on schema contact to springbraet_app;
create schema offers;
comment on schema offers is 'Offers and those who provide them.';
grant usage on schema offers to springbraet_app;
create schema sickness;
comment on schema sickness is 'Sickness follow-up.';
grant usage on schema sickness to springbraet_app;
create schema integration;
comment on schema integration is 'Integration.';
grant usage on schema integration to springbraet_app;
create schema surveys;
comment on schema surveys is 'Answers to surveys.';
grant usage on schema surveys to springbraet_app;
create schema organisation;
comment on schema organisation is 'The jobcentre itself and its surroundings.';
grant usage on schema organisation to springbraet_app;
create schema economy;
comment on schema economy is 'Money.';
grant usage on schema economy to springbraet_app;

create table companies.companies (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  name text,
  cvr text,
  municipality_code text not null,
  employees integer,
  industry text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table companies.companies is 'Companies (Virksomheder): Companies and the days they have existed.';
comment on column companies.companies.municipality is 'The municipality whose record it is, four digits.';
comment on column companies.companies.id is 'The id of the spell; the same for all beliefs about it.';
comment on column companies.companies.from_day is 'First day it held.';
comment on column companies.companies.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column companies.companies.name is 'Name (Navn): The company''s name.';
comment on column companies.companies.cvr is 'CVR number (CVR-nummer): Eight digits.';
comment on column companies.companies.municipality_code is 'Municipality code (Kommunekode): Where the company is, four digits.';
comment on column companies.companies.employees is 'Employees (Ansatte): Number of employees.';
comment on column companies.companies.industry is 'Industry (Branche): Industry code (DB07).';
comment on column companies.companies.known_from is 'First day this was believed.';
comment on column companies.companies.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column companies.companies.recorded_by is 'The transaction that wrote the row.';
comment on column companies.companies.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index companies_changed_by on companies.companies (changed_by);
alter table companies.companies enable row level security;
alter table companies.companies force row level security;
create policy tenant on companies.companies using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on companies.companies to springbraet_app;

create table companies.company_contacts (
  municipality text not null,
  id text not null,
  day date not null,
  company text not null,
  kind text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table companies.company_contacts is 'Company contacts (Virksomhedskontakter): The jobcentre''s contact with a company.';
comment on column companies.company_contacts.municipality is 'The municipality whose record it is, four digits.';
comment on column companies.company_contacts.id is 'The id of the event; the same for all beliefs about it.';
comment on column companies.company_contacts.day is 'The day it happened.';
comment on column companies.company_contacts.company is 'Company (Virksomhed): The company''s id.';
comment on column companies.company_contacts.kind is 'Kind (Art): The kind of contact.';
comment on column companies.company_contacts.known_from is 'First day this was believed.';
comment on column companies.company_contacts.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column companies.company_contacts.recorded_by is 'The transaction that wrote the row.';
comment on column companies.company_contacts.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index company_contacts_changed_by on companies.company_contacts (changed_by);
alter table companies.company_contacts enable row level security;
alter table companies.company_contacts force row level security;
create policy tenant on companies.company_contacts using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on companies.company_contacts to springbraet_app;

create table companies.agreements (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  company text not null,
  kind text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table companies.agreements is 'Agreements (Samarbejdsaftaler): Agreements with companies.';
comment on column companies.agreements.municipality is 'The municipality whose record it is, four digits.';
comment on column companies.agreements.id is 'The id of the spell; the same for all beliefs about it.';
comment on column companies.agreements.from_day is 'First day it held.';
comment on column companies.agreements.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column companies.agreements.company is 'Company (Virksomhed): The company''s id.';
comment on column companies.agreements.kind is 'Kind (Art): The kind of agreement.';
comment on column companies.agreements.known_from is 'First day this was believed.';
comment on column companies.agreements.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column companies.agreements.recorded_by is 'The transaction that wrote the row.';
comment on column companies.agreements.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index agreements_changed_by on companies.agreements (changed_by);
alter table companies.agreements enable row level security;
alter table companies.agreements force row level security;
create policy tenant on companies.agreements using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on companies.agreements to springbraet_app;

create table companies.recruitments (
  municipality text not null,
  id text not null,
  day date not null,
  company text not null,
  citizen text,
  job_order text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table companies.recruitments is 'Recruitments (Rekrutteringer): Hires that the recruitment service arranged.';
comment on column companies.recruitments.municipality is 'The municipality whose record it is, four digits.';
comment on column companies.recruitments.id is 'The id of the event; the same for all beliefs about it.';
comment on column companies.recruitments.day is 'The day it happened.';
comment on column companies.recruitments.company is 'Company (Virksomhed): The company''s id.';
comment on column companies.recruitments.citizen is 'Citizen (Borger): The person hired, if known.';
comment on column companies.recruitments.job_order is 'Job order (Jobordre): The order''s number.';
comment on column companies.recruitments.known_from is 'First day this was believed.';
comment on column companies.recruitments.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column companies.recruitments.recorded_by is 'The transaction that wrote the row.';
comment on column companies.recruitments.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index recruitments_changed_by on companies.recruitments (changed_by);
create index recruitments_citizen on companies.recruitments (municipality, citizen);
alter table companies.recruitments enable row level security;
alter table companies.recruitments force row level security;
create policy tenant on companies.recruitments using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on companies.recruitments to springbraet_app;

create table citizens.citizens (
  municipality text not null,
  id text not null,
  name text,
  born date,
  sex text,
  origin text,
  education text,
  protected boolean,
  cpr_encrypted bytea,
  cpr_index bytea,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table citizens.citizens is 'Citizens (Borgere): People the municipality is responsible for.';
comment on column citizens.citizens.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.citizens.id is 'The id of the record; the same for all beliefs about it.';
comment on column citizens.citizens.name is 'Name (Navn): Only shown to staff.';
comment on column citizens.citizens.born is 'Born (Født): Birthday.';
comment on column citizens.citizens.sex is 'Sex (Køn): Sex according to CPR.';
comment on column citizens.citizens.origin is 'Origin (Herkomst): Origin as Statistics Denmark has it.';
comment on column citizens.citizens.education is 'Education (Uddannelse): Highest completed level.';
comment on column citizens.citizens.protected is 'Protected (Beskyttet): Name and address protection.';
comment on column citizens.citizens.cpr_encrypted is 'The CPR number, encrypted; not in use yet.';
comment on column citizens.citizens.cpr_index is 'A keyed blind index to look a CPR number up by; not in use yet.';
comment on column citizens.citizens.known_from is 'First day this was believed.';
comment on column citizens.citizens.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.citizens.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.citizens.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index citizens_changed_by on citizens.citizens (changed_by);
alter table citizens.citizens enable row level security;
alter table citizens.citizens force row level security;
create policy tenant on citizens.citizens using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on citizens.citizens to springbraet_app;

create table citizens.residences (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  area text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table citizens.residences is 'Residences (Bopæl): Which residential area the citizen lives in.';
comment on column citizens.residences.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.residences.id is 'The id of the spell; the same for all beliefs about it.';
comment on column citizens.residences.from_day is 'First day it held.';
comment on column citizens.residences.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column citizens.residences.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.residences.area is 'Area (Boligområde): The area''s code, such as vangkvarteret.';
comment on column citizens.residences.known_from is 'First day this was believed.';
comment on column citizens.residences.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.residences.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.residences.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index residences_changed_by on citizens.residences (changed_by);
create index residences_citizen on citizens.residences (municipality, citizen);
alter table citizens.residences enable row level security;
alter table citizens.residences force row level security;
create policy tenant on citizens.residences using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on citizens.residences to springbraet_app;

create table citizens.benefit_spells (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  benefit text not null,
  share integer,
  fund text,
  employer text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table citizens.benefit_spells is 'Benefit spells (Ydelsesforløb): Unbroken days on one benefit.';
comment on column citizens.benefit_spells.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.benefit_spells.id is 'The id of the spell; the same for all beliefs about it.';
comment on column citizens.benefit_spells.from_day is 'First day it held.';
comment on column citizens.benefit_spells.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column citizens.benefit_spells.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.benefit_spells.benefit is 'Benefit (Ydelse): The benefit''s code.';
comment on column citizens.benefit_spells.share is 'Full-time share (Fuldtidsandel): Share of full time, 0-1. In whole thousandths.';
comment on column citizens.benefit_spells.fund is 'Unemployment fund (A-kasse): Only with unemployment benefit.';
comment on column citizens.benefit_spells.employer is 'Employer (Arbejdsgiver): The company the citizen is on sick leave from.';
comment on column citizens.benefit_spells.known_from is 'First day this was believed.';
comment on column citizens.benefit_spells.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.benefit_spells.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.benefit_spells.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index benefit_spells_changed_by on citizens.benefit_spells (changed_by);
create index benefit_spells_citizen on citizens.benefit_spells (municipality, citizen);
alter table citizens.benefit_spells enable row level security;
alter table citizens.benefit_spells force row level security;
create policy tenant on citizens.benefit_spells using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on citizens.benefit_spells to springbraet_app;

create table citizens.target_group_spells (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  target_group text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table citizens.target_group_spells is 'Target groups (Målgrupper): How the citizen was assessed in a period.';
comment on column citizens.target_group_spells.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.target_group_spells.id is 'The id of the spell; the same for all beliefs about it.';
comment on column citizens.target_group_spells.from_day is 'First day it held.';
comment on column citizens.target_group_spells.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column citizens.target_group_spells.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.target_group_spells.target_group is 'Target group (Målgruppe): The target group''s code.';
comment on column citizens.target_group_spells.known_from is 'First day this was believed.';
comment on column citizens.target_group_spells.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.target_group_spells.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.target_group_spells.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index target_group_spells_changed_by on citizens.target_group_spells (changed_by);
create index target_group_spells_citizen on citizens.target_group_spells (municipality, citizen);
alter table citizens.target_group_spells enable row level security;
alter table citizens.target_group_spells force row level security;
create policy tenant on citizens.target_group_spells using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on citizens.target_group_spells to springbraet_app;

create table citizens.cv_updates (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table citizens.cv_updates is 'CV updates (CV-opdateringer): Days on which the CV was brought up to date.';
comment on column citizens.cv_updates.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.cv_updates.id is 'The id of the event; the same for all beliefs about it.';
comment on column citizens.cv_updates.day is 'The day it happened.';
comment on column citizens.cv_updates.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.cv_updates.known_from is 'First day this was believed.';
comment on column citizens.cv_updates.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.cv_updates.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.cv_updates.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index cv_updates_changed_by on citizens.cv_updates (changed_by);
create index cv_updates_citizen on citizens.cv_updates (municipality, citizen);
alter table citizens.cv_updates enable row level security;
alter table citizens.cv_updates force row level security;
create policy tenant on citizens.cv_updates using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on citizens.cv_updates to springbraet_app;

create table citizens.employments (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  kind text not null,
  company text,
  hours integer,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table citizens.employments is 'Employments (Ansættelser): Paid work; changed hours are a new row.';
comment on column citizens.employments.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.employments.id is 'The id of the spell; the same for all beliefs about it.';
comment on column citizens.employments.from_day is 'First day it held.';
comment on column citizens.employments.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column citizens.employments.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.employments.kind is 'Kind (Art): The kind of employment.';
comment on column citizens.employments.company is 'Company (Virksomhed): The company''s id.';
comment on column citizens.employments.hours is 'Hours a week (Timer om ugen): Ordinary hours a week. In whole hundredths of an hour.';
comment on column citizens.employments.known_from is 'First day this was believed.';
comment on column citizens.employments.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.employments.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.employments.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index employments_changed_by on citizens.employments (changed_by);
create index employments_citizen on citizens.employments (municipality, citizen);
alter table citizens.employments enable row level security;
alter table citizens.employments force row level security;
create policy tenant on citizens.employments using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on citizens.employments to springbraet_app;

create table citizens.education_spells (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  kind text not null,
  outcome text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table citizens.education_spells is 'Education spells (Uddannelsesforløb): Education and upskilling.';
comment on column citizens.education_spells.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.education_spells.id is 'The id of the spell; the same for all beliefs about it.';
comment on column citizens.education_spells.from_day is 'First day it held.';
comment on column citizens.education_spells.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column citizens.education_spells.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.education_spells.kind is 'Kind (Art): The kind of education.';
comment on column citizens.education_spells.outcome is 'Outcome (Udfald): Empty while it goes on.';
comment on column citizens.education_spells.known_from is 'First day this was believed.';
comment on column citizens.education_spells.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.education_spells.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.education_spells.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index education_spells_changed_by on citizens.education_spells (changed_by);
create index education_spells_citizen on citizens.education_spells (municipality, citizen);
alter table citizens.education_spells enable row level security;
alter table citizens.education_spells force row level security;
create policy tenant on citizens.education_spells using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on citizens.education_spells to springbraet_app;

create table contact.conversations (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  kind text not null,
  form text,
  status text not null,
  repatriation_guidance boolean,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table contact.conversations is 'Conversations (Samtaler): Conversations between citizen and jobcentre.';
comment on column contact.conversations.municipality is 'The municipality whose record it is, four digits.';
comment on column contact.conversations.id is 'The id of the event; the same for all beliefs about it.';
comment on column contact.conversations.day is 'The day it happened.';
comment on column contact.conversations.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column contact.conversations.kind is 'Kind (Art): The kind of conversation.';
comment on column contact.conversations.form is 'Form (Form): How it was held.';
comment on column contact.conversations.status is 'Status (Status): What happened.';
comment on column contact.conversations.repatriation_guidance is 'Guided on repatriation (Vejledt om repatriering): Was the citizen guided on returning home.';
comment on column contact.conversations.known_from is 'First day this was believed.';
comment on column contact.conversations.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column contact.conversations.recorded_by is 'The transaction that wrote the row.';
comment on column contact.conversations.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index conversations_changed_by on contact.conversations (changed_by);
create index conversations_citizen on contact.conversations (municipality, citizen);
alter table contact.conversations enable row level security;
alter table contact.conversations force row level security;
create policy tenant on contact.conversations using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on contact.conversations to springbraet_app;

create table offers.offers (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  kind text not null,
  company text,
  ordinary_hours integer,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table offers.offers is 'Offers (Tilbud): Active offers to citizens.';
comment on column offers.offers.municipality is 'The municipality whose record it is, four digits.';
comment on column offers.offers.id is 'The id of the spell; the same for all beliefs about it.';
comment on column offers.offers.from_day is 'First day it held.';
comment on column offers.offers.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column offers.offers.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column offers.offers.kind is 'Kind (Art): The kind of offer.';
comment on column offers.offers.company is 'Company (Virksomhed): Where the offer takes place.';
comment on column offers.offers.ordinary_hours is 'Ordinary hours a week (Ordinære timer om ugen): Paid hours beside it. In whole hundredths of an hour.';
comment on column offers.offers.known_from is 'First day this was believed.';
comment on column offers.offers.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column offers.offers.recorded_by is 'The transaction that wrote the row.';
comment on column offers.offers.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index offers_changed_by on offers.offers (changed_by);
create index offers_citizen on offers.offers (municipality, citizen);
alter table offers.offers enable row level security;
alter table offers.offers force row level security;
create policy tenant on offers.offers using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on offers.offers to springbraet_app;

create table offers.provider_contracts (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  provider text not null,
  ethics_code boolean,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table offers.provider_contracts is 'Provider contracts (Leverandørkontrakter): Contracts with external providers.';
comment on column offers.provider_contracts.municipality is 'The municipality whose record it is, four digits.';
comment on column offers.provider_contracts.id is 'The id of the spell; the same for all beliefs about it.';
comment on column offers.provider_contracts.from_day is 'First day it held.';
comment on column offers.provider_contracts.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column offers.provider_contracts.provider is 'Provider (Leverandør): The provider''s code.';
comment on column offers.provider_contracts.ethics_code is 'Code of ethics (Etisk kodeks): Is the code part of the contract.';
comment on column offers.provider_contracts.known_from is 'First day this was believed.';
comment on column offers.provider_contracts.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column offers.provider_contracts.recorded_by is 'The transaction that wrote the row.';
comment on column offers.provider_contracts.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index provider_contracts_changed_by on offers.provider_contracts (changed_by);
alter table offers.provider_contracts enable row level security;
alter table offers.provider_contracts force row level security;
create policy tenant on offers.provider_contracts using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on offers.provider_contracts to springbraet_app;

create table sickness.partial_returns (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  hours integer,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table sickness.partial_returns is 'Partial returns to work (Delvise raskmeldinger): Periods in which a sick-listed citizen works part of the time.';
comment on column sickness.partial_returns.municipality is 'The municipality whose record it is, four digits.';
comment on column sickness.partial_returns.id is 'The id of the spell; the same for all beliefs about it.';
comment on column sickness.partial_returns.from_day is 'First day it held.';
comment on column sickness.partial_returns.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column sickness.partial_returns.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column sickness.partial_returns.hours is 'Hours a week (Timer om ugen): Hours at work. In whole hundredths of an hour.';
comment on column sickness.partial_returns.known_from is 'First day this was believed.';
comment on column sickness.partial_returns.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column sickness.partial_returns.recorded_by is 'The transaction that wrote the row.';
comment on column sickness.partial_returns.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index partial_returns_changed_by on sickness.partial_returns (changed_by);
create index partial_returns_citizen on sickness.partial_returns (municipality, citizen);
alter table sickness.partial_returns enable row level security;
alter table sickness.partial_returns force row level security;
create policy tenant on sickness.partial_returns using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on sickness.partial_returns to springbraet_app;

create table integration.repatriation_decisions (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  after_guidance boolean,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table integration.repatriation_decisions is 'Repatriation decisions (Beslutninger om repatriering): Days on which a citizen decided to return home.';
comment on column integration.repatriation_decisions.municipality is 'The municipality whose record it is, four digits.';
comment on column integration.repatriation_decisions.id is 'The id of the event; the same for all beliefs about it.';
comment on column integration.repatriation_decisions.day is 'The day it happened.';
comment on column integration.repatriation_decisions.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column integration.repatriation_decisions.after_guidance is 'After guidance (Efter vejledning): Does it rest on the jobcentre''s guidance.';
comment on column integration.repatriation_decisions.known_from is 'First day this was believed.';
comment on column integration.repatriation_decisions.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column integration.repatriation_decisions.recorded_by is 'The transaction that wrote the row.';
comment on column integration.repatriation_decisions.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index repatriation_decisions_changed_by on integration.repatriation_decisions (changed_by);
create index repatriation_decisions_citizen on integration.repatriation_decisions (municipality, citizen);
alter table integration.repatriation_decisions enable row level security;
alter table integration.repatriation_decisions force row level security;
create policy tenant on integration.repatriation_decisions using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on integration.repatriation_decisions to springbraet_app;

create table surveys.survey_answers (
  municipality text not null,
  id text not null,
  day date not null,
  survey text not null,
  respondent text not null,
  answer text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table surveys.survey_answers is 'Survey answers (Svar på undersøgelser): One row per invited, on the day of invitation; no answer is empty.';
comment on column surveys.survey_answers.municipality is 'The municipality whose record it is, four digits.';
comment on column surveys.survey_answers.id is 'The id of the event; the same for all beliefs about it.';
comment on column surveys.survey_answers.day is 'The day it happened.';
comment on column surveys.survey_answers.survey is 'Survey (Undersøgelse): The survey''s code.';
comment on column surveys.survey_answers.respondent is 'Respondent (Svarer): Who was asked.';
comment on column surveys.survey_answers.answer is 'Answer (Svar): Overall satisfaction.';
comment on column surveys.survey_answers.known_from is 'First day this was believed.';
comment on column surveys.survey_answers.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column surveys.survey_answers.recorded_by is 'The transaction that wrote the row.';
comment on column surveys.survey_answers.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index survey_answers_changed_by on surveys.survey_answers (changed_by);
alter table surveys.survey_answers enable row level security;
alter table surveys.survey_answers force row level security;
create policy tenant on surveys.survey_answers using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on surveys.survey_answers to springbraet_app;

create table organisation.fund_dialogues (
  municipality text not null,
  id text not null,
  day date not null,
  fund text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table organisation.fund_dialogues is 'Dialogues with unemployment funds (Dialog med a-kasser): Meetings and talks with an unemployment fund.';
comment on column organisation.fund_dialogues.municipality is 'The municipality whose record it is, four digits.';
comment on column organisation.fund_dialogues.id is 'The id of the event; the same for all beliefs about it.';
comment on column organisation.fund_dialogues.day is 'The day it happened.';
comment on column organisation.fund_dialogues.fund is 'Fund (A-kasse): The fund''s code.';
comment on column organisation.fund_dialogues.known_from is 'First day this was believed.';
comment on column organisation.fund_dialogues.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column organisation.fund_dialogues.recorded_by is 'The transaction that wrote the row.';
comment on column organisation.fund_dialogues.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index fund_dialogues_changed_by on organisation.fund_dialogues (changed_by);
alter table organisation.fund_dialogues enable row level security;
alter table organisation.fund_dialogues force row level security;
create policy tenant on organisation.fund_dialogues using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on organisation.fund_dialogues to springbraet_app;

create table organisation.complaints (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text,
  answered date,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table organisation.complaints is 'Complaints (Klager): Complaints by the day they came in.';
comment on column organisation.complaints.municipality is 'The municipality whose record it is, four digits.';
comment on column organisation.complaints.id is 'The id of the event; the same for all beliefs about it.';
comment on column organisation.complaints.day is 'The day it happened.';
comment on column organisation.complaints.citizen is 'Citizen (Borger): Who complained, if known.';
comment on column organisation.complaints.answered is 'Answered (Besvaret): Day of the answer.';
comment on column organisation.complaints.known_from is 'First day this was believed.';
comment on column organisation.complaints.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column organisation.complaints.recorded_by is 'The transaction that wrote the row.';
comment on column organisation.complaints.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index complaints_changed_by on organisation.complaints (changed_by);
create index complaints_citizen on organisation.complaints (municipality, citizen);
alter table organisation.complaints enable row level security;
alter table organisation.complaints force row level security;
create policy tenant on organisation.complaints using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on organisation.complaints to springbraet_app;

create table organisation.plan_deliveries (
  municipality text not null,
  id text not null,
  day date not null,
  item text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table organisation.plan_deliveries is 'Plan deliveries (Leverancer under planen): Strategies, action plans and surveys that were delivered.';
comment on column organisation.plan_deliveries.municipality is 'The municipality whose record it is, four digits.';
comment on column organisation.plan_deliveries.id is 'The id of the event; the same for all beliefs about it.';
comment on column organisation.plan_deliveries.day is 'The day it happened.';
comment on column organisation.plan_deliveries.item is 'Delivery (Leverance): The delivery''s code, such as virksomhedsstrategi.';
comment on column organisation.plan_deliveries.known_from is 'First day this was believed.';
comment on column organisation.plan_deliveries.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column organisation.plan_deliveries.recorded_by is 'The transaction that wrote the row.';
comment on column organisation.plan_deliveries.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index plan_deliveries_changed_by on organisation.plan_deliveries (changed_by);
alter table organisation.plan_deliveries enable row level security;
alter table organisation.plan_deliveries force row level security;
create policy tenant on organisation.plan_deliveries using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on organisation.plan_deliveries to springbraet_app;

create table organisation.population (
  municipality text not null,
  id text not null,
  day date not null,
  area text not null,
  age_from integer not null,
  age_to integer not null,
  persons integer not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table organisation.population is 'Population (Befolkning): Population on a day.';
comment on column organisation.population.municipality is 'The municipality whose record it is, four digits.';
comment on column organisation.population.id is 'The id of the event; the same for all beliefs about it.';
comment on column organisation.population.day is 'The day it happened.';
comment on column organisation.population.area is 'Area (Område): Municipality code, residential area or landet.';
comment on column organisation.population.age_from is 'Age from (Alder fra): Youngest age.';
comment on column organisation.population.age_to is 'Age to (Alder til): Oldest age.';
comment on column organisation.population.persons is 'Persons (Personer): Number of persons.';
comment on column organisation.population.known_from is 'First day this was believed.';
comment on column organisation.population.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column organisation.population.recorded_by is 'The transaction that wrote the row.';
comment on column organisation.population.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index population_changed_by on organisation.population (changed_by);
alter table organisation.population enable row level security;
alter table organisation.population force row level security;
create policy tenant on organisation.population using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on organisation.population to springbraet_app;

create table organisation.published_statistics (
  municipality text not null,
  id text not null,
  day date not null,
  measure text not null,
  benefit text,
  area text not null,
  period text not null,
  value double precision not null,
  unit text not null,
  source text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table organisation.published_statistics is 'Published statistics (Offentliggjort statistik): Figures by others, such as Jobindsats; the day is the period''s last.';
comment on column organisation.published_statistics.municipality is 'The municipality whose record it is, four digits.';
comment on column organisation.published_statistics.id is 'The id of the event; the same for all beliefs about it.';
comment on column organisation.published_statistics.day is 'The day it happened.';
comment on column organisation.published_statistics.measure is 'Measure (Mål): The measure''s code.';
comment on column organisation.published_statistics.benefit is 'Benefit (Ydelse): The benefit''s code, if for one.';
comment on column organisation.published_statistics.area is 'Area (Område): Municipality code, cluster, RAR or landet.';
comment on column organisation.published_statistics.period is 'Period (Periode): 2019, 2019-Q1 or 2019-05.';
comment on column organisation.published_statistics.value is 'Value (Værdi): The published figure.';
comment on column organisation.published_statistics.unit is 'Unit (Enhed): The figure''s unit.';
comment on column organisation.published_statistics.source is 'Source (Kilde): Where the figure stands.';
comment on column organisation.published_statistics.known_from is 'First day this was believed.';
comment on column organisation.published_statistics.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column organisation.published_statistics.recorded_by is 'The transaction that wrote the row.';
comment on column organisation.published_statistics.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index published_statistics_changed_by on organisation.published_statistics (changed_by);
alter table organisation.published_statistics enable row level security;
alter table organisation.published_statistics force row level security;
create policy tenant on organisation.published_statistics using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on organisation.published_statistics to springbraet_app;

create table economy.expenditure (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  benefit text not null,
  amount bigint not null,
  refund bigint,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table economy.expenditure is 'Expenditure (Udgifter): Spending on a benefit in a period.';
comment on column economy.expenditure.municipality is 'The municipality whose record it is, four digits.';
comment on column economy.expenditure.id is 'The id of the spell; the same for all beliefs about it.';
comment on column economy.expenditure.from_day is 'First day it held.';
comment on column economy.expenditure.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column economy.expenditure.benefit is 'Benefit (Ydelse): The benefit''s code.';
comment on column economy.expenditure.amount is 'Amount (Beløb): Spending in øre before state refund. In whole øre.';
comment on column economy.expenditure.refund is 'Refund (Refusion): State refund in øre. In whole øre.';
comment on column economy.expenditure.known_from is 'First day this was believed.';
comment on column economy.expenditure.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column economy.expenditure.recorded_by is 'The transaction that wrote the row.';
comment on column economy.expenditure.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index expenditure_changed_by on economy.expenditure (changed_by);
alter table economy.expenditure enable row level security;
alter table economy.expenditure force row level security;
create policy tenant on economy.expenditure using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on economy.expenditure to springbraet_app;
