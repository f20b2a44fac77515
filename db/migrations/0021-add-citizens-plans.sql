-- The citizen's plans: Min Plan, sickness follow-up plan, education order and the rest. What a kind of plan holds is data in the program; what a
-- plan says is kept whole for every version, so that all of them can be read and compared.

create schema pathways;
comment on schema pathways is 'The citizens'' plans.';
grant usage on schema pathways to springbraet_app;

create table pathways.plans (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  citizen text not null,
  kind text not null,
  state text not null default 'draft' check (state in ('draft', 'adopted', 'ended')),
  content jsonb not null,
  adopted_on date,
  fact text,
  version integer not null default 1,
  changed_on date not null,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (municipality, id)
);
comment on table pathways.plans is 'Plans made with citizens, as they stand now.';
comment on column pathways.plans.municipality is 'The municipality whose record it is, four digits.';
comment on column pathways.plans.id is 'Id of the plan.';
comment on column pathways.plans.citizen is 'The citizen''s id.';
comment on column pathways.plans.kind is 'The kind of plan, as in kinds.yaml.';
comment on column pathways.plans.state is 'draft, adopted (in force) or ended.';
comment on column pathways.plans.content is 'What it says: direction, the citizen''s view, answers by field, goals, steps.';
comment on column pathways.plans.adopted_on is 'The day it was adopted; empty while it never was.';
comment on column pathways.plans.fact is 'Id of the row in citizens.case_steps that tells that it was made.';
comment on column pathways.plans.version is 'Which text this is, counted from 1: a change names the one it saw.';
comment on column pathways.plans.changed_on is 'The day this version was written, as the jobcentre''s calendar has it.';
comment on column pathways.plans.changed_by is 'Who wrote this version.';
comment on column pathways.plans.changed_at is 'When this version was written.';
create index plans_citizen on pathways.plans (municipality, citizen);
alter table pathways.plans enable row level security;
alter table pathways.plans force row level security;
create policy tenant on pathways.plans using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('pathways.plans', 'citizen');
grant select, insert, update (state, content, adopted_on, fact, version, changed_on, changed_by, changed_at) on pathways.plans to springbraet_app;

create table pathways.plan_versions (
  municipality text not null,
  plan uuid not null,
  version integer not null,
  citizen text not null,
  deed text not null default 'written' check (deed in ('written', 'adopted', 'ended', 'taken_back')),
  reason text not null default '',
  state text not null default 'draft' check (state in ('draft', 'adopted', 'ended')),
  content jsonb not null,
  adopted_on date,
  written_on date not null,
  written_by text not null,
  written_at timestamptz not null default now(),
  primary key (municipality, plan, version)
);
comment on table pathways.plan_versions is 'Every version of every plan, the present one too, with why it was changed.';
comment on column pathways.plan_versions.municipality is 'The municipality whose record it is, four digits.';
comment on column pathways.plan_versions.plan is 'Id of the plan.';
comment on column pathways.plan_versions.version is 'Which of its texts, counted from 1.';
comment on column pathways.plan_versions.citizen is 'The citizen''s id.';
comment on column pathways.plan_versions.deed is 'written, adopted, ended, or taken_back: the version before it stands again.';
comment on column pathways.plan_versions.reason is 'Why it was changed, in words the citizen may read.';
comment on column pathways.plan_versions.state is 'draft, adopted or ended.';
comment on column pathways.plan_versions.content is 'What it said.';
comment on column pathways.plan_versions.adopted_on is 'The day it was adopted; empty while it never was.';
comment on column pathways.plan_versions.written_on is 'The day it was written, as the jobcentre''s calendar has it.';
comment on column pathways.plan_versions.written_by is 'Who wrote it.';
comment on column pathways.plan_versions.written_at is 'When it was written.';
create index plan_versions_citizen on pathways.plan_versions (municipality, citizen);
alter table pathways.plan_versions enable row level security;
alter table pathways.plan_versions force row level security;
create policy tenant on pathways.plan_versions using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('pathways.plan_versions', 'citizen');
grant select, insert on pathways.plan_versions to springbraet_app;

create view pathways.steps_now with (security_invoker = true) as
  select p.municipality, p.citizen, p.id as plan, p.kind as plan_kind, p.state as plan_state, s.step ->> 'id' as step, s.step ->> 'kind' as kind,
    s.step ->> 'text' as text, s.step ->> 'owner' as owner, (s.step ->> 'from')::date as from_day, (s.step ->> 'due')::date as due, s.step ->> 'state' as state
  from pathways.plans p cross join lateral jsonb_array_elements(p.content -> 'steps') as s (step)
  where p.state <> 'ended';
comment on view pathways.steps_now is 'The steps of plans that have not ended.';
comment on column pathways.steps_now.municipality is 'The municipality whose record it is, four digits.';
comment on column pathways.steps_now.citizen is 'The citizen''s id.';
comment on column pathways.steps_now.plan is 'Id of the plan.';
comment on column pathways.steps_now.plan_kind is 'The kind of plan.';
comment on column pathways.steps_now.plan_state is 'draft or adopted.';
comment on column pathways.steps_now.step is 'Id of the step in its plan.';
comment on column pathways.steps_now.kind is 'What is done, as a code of offers and conversations; empty when it is told in words.';
comment on column pathways.steps_now.text is 'What is done, in words.';
comment on column pathways.steps_now.owner is 'Who does it: citizen, jobcentre, company, doctor, school, health, other.';
comment on column pathways.steps_now.from_day is 'The day it begins, if agreed.';
comment on column pathways.steps_now.due is 'The last day, if agreed.';
comment on column pathways.steps_now.state is 'planned, running, done or dropped.';
grant select on pathways.steps_now to springbraet_app;
