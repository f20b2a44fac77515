-- What the registers of companies (CVR) and of refunds (Ydelsesrefusion) give: columns of companies, and one row per citizen,
-- benefit and week.

alter table companies.companies
  add column industry_scheme text,
  add column p_number text,
  add column address text,
  add column postal_code text,
  add column advertising_protected boolean;
comment on column companies.companies.industry is 'Industry (Branche): Industry code without points.';
comment on column companies.companies.industry_scheme is 'Industry standard (Branchestandard): Which edition the industry code is of; empty is DB07.';
comment on column companies.companies.p_number is 'P-number (P-nummer): The production unit''s ten digits, when the row is one.';
comment on column companies.companies.address is 'Address (Adresse): Only shown to staff.';
comment on column companies.companies.postal_code is 'Postal code (Postnummer): Four digits.';
comment on column companies.companies.advertising_protected is 'Advertising protected (Reklamebeskyttet): May the company not be contacted for marketing; empty when not known.';

create table economy.benefit_refunds (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  benefit text not null,
  paid bigint not null,
  refund bigint,
  co_finance bigint,
  total bigint,
  financing_municipality text not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table economy.benefit_refunds is 'Benefit refunds (Ydelsesrefusion): Payment, refund and co-finance per citizen, benefit and week (Ydelsesrefusion).';
comment on column economy.benefit_refunds.municipality is 'The municipality whose record it is, four digits.';
comment on column economy.benefit_refunds.id is 'The id of the spell; the same for all beliefs about it.';
comment on column economy.benefit_refunds.from_day is 'First day it held.';
comment on column economy.benefit_refunds.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column economy.benefit_refunds.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column economy.benefit_refunds.benefit is 'Benefit (Ydelse): The benefit''s code.';
comment on column economy.benefit_refunds.paid is 'Amount paid (Udbetalt beløb): Paid in the week, in øre. In whole øre.';
comment on column economy.benefit_refunds.refund is 'Refund amount (Refusionsbeløb): State refund in øre. In whole øre.';
comment on column economy.benefit_refunds.co_finance is 'Co-finance amount (Medfinansieringsbeløb): The municipality''s co-finance in øre. In whole øre.';
comment on column economy.benefit_refunds.total is 'Total (Total): The total amount in øre as the source gives it. In whole øre.';
comment on column economy.benefit_refunds.financing_municipality is 'Financing municipality (Finansierende kommune): Municipality code, four digits.';
comment on column economy.benefit_refunds.known_from is 'First day this was believed.';
comment on column economy.benefit_refunds.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column economy.benefit_refunds.recorded_by is 'The transaction that wrote the row.';
comment on column economy.benefit_refunds.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index benefit_refunds_changed_by on economy.benefit_refunds (changed_by);
alter table economy.benefit_refunds enable row level security;
alter table economy.benefit_refunds force row level security;
create policy tenant on economy.benefit_refunds using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('economy.benefit_refunds', 'citizen');
grant select, insert, update (known_until, changed_by) on economy.benefit_refunds to springbraet_app;
