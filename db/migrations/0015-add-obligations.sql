-- What the deadline engine found, kept: one row per belief about one clock of one rule for one citizen, in the shape of a fact, so that lists,
-- counts, goals and snapshots read the same rows. Written by the program alone, a handful of citizens in a transaction.

create schema duties;
comment on schema duties is 'What must be done by when.';
grant usage on schema duties to springbraet_app;

create table duties.obligations (
  municipality text not null,
  id text not null,
  day date not null,
  citizen text not null,
  rule text not null,
  row_from date not null,
  duty text,
  actor text not null,
  share integer,
  started text not null,
  opens date not null,
  due date,
  needed integer not null,
  counted integer not null,
  met date,
  late date,
  closed date,
  why text,
  resting boolean not null,
  unit text,
  staff text,
  answerable_unit text,
  answerable_staff text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table duties.obligations is 'Obligations (Pligter): What was owed to or by a citizen under one rule, and what became of it.';
comment on column duties.obligations.municipality is 'The municipality whose record it is, four digits.';
comment on column duties.obligations.id is 'The id of the event; the same for all beliefs about it.';
comment on column duties.obligations.day is 'The day its clock started.';
comment on column duties.obligations.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column duties.obligations.rule is 'Rule (Regel): The rule''s id in the law.';
comment on column duties.obligations.row_from is 'Rule''s first day (Reglens første dag): First day of the row of the law it was found under.';
comment on column duties.obligations.duty is 'Duty (Pligt): What the rule asks for.';
comment on column duties.obligations.actor is 'Who must act (Hvem der skal handle): Whose duty it is.';
comment on column duties.obligations.share is 'Share of a group (Andel af en gruppe): Percent of the group that must have it; empty when every citizen must.';
comment on column duties.obligations.started is 'Started by (Startet af): What started the clock.';
comment on column duties.obligations.opens is 'Counts from (Tæller fra): The first day on which what meets it counts.';
comment on column duties.obligations.due is 'Due (Frist): The last day in time; empty while an exemption holds the clock.';
comment on column duties.obligations.needed is 'Needed (Kræves): How many different days it takes.';
comment on column duties.obligations.counted is 'Counted (Talt): How many count so far.';
comment on column duties.obligations.met is 'Met (Opfyldt): The day it was met.';
comment on column duties.obligations.late is 'Late from (Forsinket fra): The first day on which it was late.';
comment on column duties.obligations.closed is 'Lapsed (Bortfaldet): The day it was no longer owed.';
comment on column duties.obligations.why is 'Why lapsed (Hvorfor bortfaldet): Why it is no longer owed.';
comment on column duties.obligations.resting is 'Resting (Hviler): Does an exemption let it rest now.';
comment on column duties.obligations.unit is 'Unit (Enhed): The unit whose list it is on while it is open.';
comment on column duties.obligations.staff is 'Caseworker (Sagsbehandler): The employee whose list it is on while it is open.';
comment on column duties.obligations.answerable_unit is 'Answerable unit (Ansvarlig enhed): The unit that was responsible when it was met in time, else on the last day in time.';
comment on column duties.obligations.answerable_staff is 'Answerable caseworker (Ansvarlig sagsbehandler): The employee who was responsible when it was met in time, else on the last day in time.';
comment on column duties.obligations.known_from is 'First day this was believed.';
comment on column duties.obligations.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column duties.obligations.recorded_by is 'The transaction that wrote the row.';
comment on column duties.obligations.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index obligations_changed_by on duties.obligations (changed_by);
create index obligations_citizen on duties.obligations (municipality, citizen);
create index obligations_staff on duties.obligations (municipality, staff, due) where known_until = date '9999-12-31';
alter table duties.obligations enable row level security;
alter table duties.obligations force row level security;
create policy tenant on duties.obligations using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('duties.obligations', 'citizen');
grant select, insert, update (known_until, changed_by) on duties.obligations to springbraet_app;

create table duties.duty_days (
  municipality text not null,
  id text not null,
  day date not null,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table duties.duty_days is 'Day of the duties (Pligternes dag): The day up to which the obligations are worked out.';
comment on column duties.duty_days.municipality is 'The municipality whose record it is, four digits.';
comment on column duties.duty_days.id is 'The id of the event; the same for all beliefs about it.';
comment on column duties.duty_days.day is 'The day the obligations stand as on.';
comment on column duties.duty_days.known_from is 'First day this was believed.';
comment on column duties.duty_days.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column duties.duty_days.recorded_by is 'The transaction that wrote the row.';
comment on column duties.duty_days.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index duty_days_changed_by on duties.duty_days (changed_by);
alter table duties.duty_days enable row level security;
alter table duties.duty_days force row level security;
create policy tenant on duties.duty_days using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (known_until, changed_by) on duties.duty_days to springbraet_app;

create table duties.computed (
  municipality text not null,
  citizen text not null,
  as_of date not null,
  version text not null,
  watermark xid8 not null,
  moves boolean not null,
  primary key (municipality, citizen)
);
comment on table duties.computed is 'For whom the obligations were computed, and from what: what has to be computed anew follows from it.';
comment on column duties.computed.municipality is 'The municipality whose record it is, four digits.';
comment on column duties.computed.citizen is 'The citizen''s id.';
comment on column duties.computed.as_of is 'The day they were computed for.';
comment on column duties.computed.version is 'The law, the engine and the records they were computed with.';
comment on column duties.computed.watermark is 'Transactions from this one on may not have been seen.';
comment on column duties.computed.moves is 'May another day alone give another result.';
alter table duties.computed enable row level security;
alter table duties.computed force row level security;
create policy tenant on duties.computed using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('duties.computed', 'citizen');
grant select, insert, update (as_of, version, watermark, moves) on duties.computed to springbraet_app;

create table duties.refreshes (
  municipality text primary key,
  as_of date not null,
  version text not null,
  watermark xid8 not null
);
comment on table duties.refreshes is 'How far a municipality''s obligations are up to date: everything written before the watermark is in them.';
comment on column duties.refreshes.municipality is 'The municipality whose record it is, four digits.';
comment on column duties.refreshes.as_of is 'The day the obligations stand as on.';
comment on column duties.refreshes.version is 'The law, the engine and the records they were computed with.';
comment on column duties.refreshes.watermark is 'Transactions from this one on may not have been seen.';
alter table duties.refreshes enable row level security;
alter table duties.refreshes force row level security;
create policy tenant on duties.refreshes using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (as_of, version, watermark) on duties.refreshes to springbraet_app;

create view duties.obligations_now with (security_invoker = true) as
  select o.municipality, o.id, o.citizen, o.rule, o.row_from, o.duty, o.actor, o.share, o.started, o.day, o.opens, o.due, o.needed, o.counted,
    o.met, o.late, o.closed, o.why, o.resting, o.unit, o.staff, o.answerable_unit, o.answerable_staff, o.known_from, r.as_of,
    case when o.met is not null then case when o.late is null then 'met_on_time' else 'met_late' end
      when o.closed is not null then 'lapsed' when o.late is not null then 'overdue' when o.due is null or o.resting then 'exempt'
      when o.due = r.as_of then 'due' when o.due - r.as_of <= 14 then 'due_soon' else 'open' end as status,
    case when o.actor <> 'municipality' then 'others:' || o.actor when o.staff is not null then 'staff:' || o.staff
      when o.unit is not null then 'unit:' || o.unit else 'no_owner' end as list
  from duties.obligations o join duties.refreshes r on r.municipality = o.municipality
  where o.known_until = date '9999-12-31';
comment on view duties.obligations_now is 'Obligations as they stand on the day they were computed for, with their status and the one list an open one is on.';
grant select on duties.obligations_now to springbraet_app;
comment on column duties.obligations_now.municipality is 'The municipality whose record it is, four digits.';
comment on column duties.obligations_now.id is 'The id of the obligation.';
comment on column duties.obligations_now.day is 'The day its clock started.';
comment on column duties.obligations_now.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column duties.obligations_now.rule is 'Rule (Regel): The rule''s id in the law.';
comment on column duties.obligations_now.row_from is 'Rule''s first day (Reglens første dag): First day of the row of the law it was found under.';
comment on column duties.obligations_now.duty is 'Duty (Pligt): What the rule asks for.';
comment on column duties.obligations_now.actor is 'Who must act (Hvem der skal handle): Whose duty it is.';
comment on column duties.obligations_now.share is 'Share of a group (Andel af en gruppe): Percent of the group that must have it; empty when every citizen must.';
comment on column duties.obligations_now.started is 'Started by (Startet af): What started the clock.';
comment on column duties.obligations_now.opens is 'Counts from (Tæller fra): The first day on which what meets it counts.';
comment on column duties.obligations_now.due is 'Due (Frist): The last day in time; empty while an exemption holds the clock.';
comment on column duties.obligations_now.needed is 'Needed (Kræves): How many different days it takes.';
comment on column duties.obligations_now.counted is 'Counted (Talt): How many count so far.';
comment on column duties.obligations_now.met is 'Met (Opfyldt): The day it was met.';
comment on column duties.obligations_now.late is 'Late from (Forsinket fra): The first day on which it was late.';
comment on column duties.obligations_now.closed is 'Lapsed (Bortfaldet): The day it was no longer owed.';
comment on column duties.obligations_now.why is 'Why lapsed (Hvorfor bortfaldet): Why it is no longer owed.';
comment on column duties.obligations_now.resting is 'Resting (Hviler): Does an exemption let it rest now.';
comment on column duties.obligations_now.unit is 'Unit (Enhed): The unit whose list it is on while it is open.';
comment on column duties.obligations_now.staff is 'Caseworker (Sagsbehandler): The employee whose list it is on while it is open.';
comment on column duties.obligations_now.answerable_unit is 'Answerable unit (Ansvarlig enhed): The unit that was responsible when it was met in time, else on the last day in time.';
comment on column duties.obligations_now.answerable_staff is 'Answerable caseworker (Ansvarlig sagsbehandler): The employee who was responsible when it was met in time, else on the last day in time.';
comment on column duties.obligations_now.known_from is 'First day this was believed.';
comment on column duties.obligations_now.as_of is 'The day they stand as on.';
comment on column duties.obligations_now.status is 'How it stands: open, due_soon, due, met_on_time, met_late, overdue, exempt or lapsed.';
comment on column duties.obligations_now.list is 'The list an open one is on: staff:, unit: or others: with an id, or no_owner.';
