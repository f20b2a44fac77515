-- Who in the jobcentre is responsible for whom, and a second fence: besides the municipality, a transaction may be held to the
-- citizens of a unit or of one caseworker. It is drawn here once, so that no query has to remember it.

create function platform.sees() returns text
language sql stable parallel safe
as $$ select coalesce(nullif(current_setting('app.sees', true), ''), 'all') $$;
comment on function platform.sees() is 'Whose records of people this transaction sees: all, unit, own or none.';

create function platform.staff() returns text
language sql stable parallel safe
as $$ select nullif(current_setting('app.staff', true), '') $$;
comment on function platform.staff() is 'The member of staff this transaction works for; null is nobody.';

create function platform.units() returns text[]
language sql stable parallel safe
as $$ select coalesce(nullif(current_setting('app.units', true), '')::text[], '{}') $$;
comment on function platform.units() is 'The units, with those below them, whose citizens this transaction sees.';

create table organisation.units (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  name text not null,
  kind text not null,
  parent text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table organisation.units is 'Units (Enheder): The jobcentre''s core areas, sections and teams.';
comment on column organisation.units.municipality is 'The municipality whose record it is, four digits.';
comment on column organisation.units.id is 'The id of the spell; the same for all beliefs about it.';
comment on column organisation.units.from_day is 'First day it held.';
comment on column organisation.units.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column organisation.units.name is 'Name (Navn): What the unit is called.';
comment on column organisation.units.kind is 'Kind (Art): Core area, section or team.';
comment on column organisation.units.parent is 'Belongs to (Hører under): The unit it belongs to.';
comment on column organisation.units.known_from is 'First day this was believed.';
comment on column organisation.units.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column organisation.units.recorded_by is 'The transaction that wrote the row.';
comment on column organisation.units.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index units_changed_by on organisation.units (changed_by);
alter table organisation.units enable row level security;
alter table organisation.units force row level security;
create policy tenant on organisation.units using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on organisation.units to springbraet_app;

create table organisation.staff (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  person text not null,
  unit text not null,
  name text,
  share integer,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table organisation.staff is 'Staff (Medarbejdere): Who works in which unit, and how much of full time.';
comment on column organisation.staff.municipality is 'The municipality whose record it is, four digits.';
comment on column organisation.staff.id is 'The id of the spell; the same for all beliefs about it.';
comment on column organisation.staff.from_day is 'First day it held.';
comment on column organisation.staff.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column organisation.staff.person is 'Member of staff (Medarbejder): The employee''s id, as the log-in names them.';
comment on column organisation.staff.unit is 'Unit (Enhed): The unit''s id.';
comment on column organisation.staff.name is 'Name (Navn): Only shown to colleagues.';
comment on column organisation.staff.share is 'Full-time share (Årsværk): Share of full time, thousandths.';
comment on column organisation.staff.known_from is 'First day this was believed.';
comment on column organisation.staff.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column organisation.staff.recorded_by is 'The transaction that wrote the row.';
comment on column organisation.staff.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index staff_changed_by on organisation.staff (changed_by);
alter table organisation.staff enable row level security;
alter table organisation.staff force row level security;
create policy tenant on organisation.staff using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on organisation.staff to springbraet_app;

create table citizens.responsibilities (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  unit text not null,
  staff text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table citizens.responsibilities is 'Responsibility (Ansvar): Which unit and which member of staff is responsible for a citizen.';
comment on column citizens.responsibilities.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.responsibilities.id is 'The id of the spell; the same for all beliefs about it.';
comment on column citizens.responsibilities.from_day is 'First day it held.';
comment on column citizens.responsibilities.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column citizens.responsibilities.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.responsibilities.unit is 'Unit (Enhed): The unit''s id.';
comment on column citizens.responsibilities.staff is 'Caseworker (Sagsbehandler): The employee''s id; empty when only the unit is.';
comment on column citizens.responsibilities.known_from is 'First day this was believed.';
comment on column citizens.responsibilities.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.responsibilities.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.responsibilities.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index responsibilities_changed_by on citizens.responsibilities (changed_by);
create index responsibilities_citizen on citizens.responsibilities (municipality, citizen);
alter table citizens.responsibilities enable row level security;
alter table citizens.responsibilities force row level security;
create policy tenant on citizens.responsibilities using (municipality = platform.municipality()) with check (municipality = platform.municipality());
create policy scope on citizens.responsibilities as restrictive using (
  (select platform.sees()) = 'all'
  or ((select platform.sees()) = 'unit' and unit = any ((select platform.units())::text[]))
  or ((select platform.sees()) = 'own' and staff = (select platform.staff()))
);
grant select, insert, update (known_until, changed_by) on citizens.responsibilities to springbraet_app;

-- A row about a citizen is seen when today somebody in scope is responsible for that citizen; responsibilities out of scope are
-- hidden by their own policy. A row about no citizen is seen by everybody. The scalar selects are asked once a statement.
create procedure platform.scope_by(fenced regclass, citizen text)
language plpgsql
as $$
begin
  execute format(
    'create policy scope on %s as restrictive using ((select platform.sees()) = ''all'' or %I is null or exists (
      select from citizens.responsibilities r
      where r.municipality = %s.municipality and r.citizen = %s.%I and r.known_until = date ''9999-12-31''
        and r.from_day <= current_date and current_date < r.until_day))',
    fenced, citizen, fenced, fenced, citizen);
end
$$;
comment on procedure platform.scope_by(regclass, text) is 'Holds a table about citizens to those in scope; the column names the citizen. For migrations.';
revoke execute on procedure platform.scope_by(regclass, text) from public;

call platform.scope_by('citizens.citizens', 'id');
call platform.scope_by('companies.recruitments', 'citizen');
call platform.scope_by('citizens.residences', 'citizen');
call platform.scope_by('citizens.benefit_spells', 'citizen');
call platform.scope_by('citizens.target_group_spells', 'citizen');
call platform.scope_by('citizens.cv_updates', 'citizen');
call platform.scope_by('citizens.employments', 'citizen');
call platform.scope_by('citizens.education_spells', 'citizen');
call platform.scope_by('contact.conversations', 'citizen');
call platform.scope_by('offers.offers', 'citizen');
call platform.scope_by('sickness.partial_returns', 'citizen');
call platform.scope_by('integration.repatriation_decisions', 'citizen');
call platform.scope_by('organisation.complaints', 'citizen');

-- A session knows more roles, and who in the organisation its user is.
alter table platform.sessions drop constraint sessions_role_check;
alter table platform.sessions add constraint sessions_role_check check (
  role in ('analyst', 'manager', 'caseworker', 'consultant', 'committee', 'data_protection', 'administrator')
);
alter table platform.sessions add column staff text;
alter table platform.sessions add column units text[] not null default '{}';
comment on column platform.sessions.role is 'What the user may do: the roles of src/platform/auth/role.ts.';
comment on column platform.sessions.staff is 'The user''s id among the staff; empty when they are not staff.';
comment on column platform.sessions.units is 'The units the user works for; * is the whole municipality.';
