-- The access log says more, is sealed in a chain, and finds everything about a person at once.

alter table audit.access_log
  add column unit text,
  add column change boolean not null default false,
  add column data text[] not null default '{}',
  add column request text default nullif(current_setting('app.request', true), ''),
  add column recorded_by xid8 not null default pg_current_xact_id();
comment on column audit.access_log.unit is 'The unit the user worked for; empty when none is known.';
comment on column audit.access_log.change is 'True when something was changed, false for a look only: the two are kept for different times.';
comment on column audit.access_log.data is 'The kinds of data that were shown or changed.';
comment on column audit.access_log.request is 'The request it belongs to, as in the operator''s log.';
comment on column audit.access_log.recorded_by is 'The transaction that wrote the row: entries are sealed in this order.';
create index access_log_recorded_by on audit.access_log (municipality, recorded_by, entry);

create table audit.access_keys (
  municipality text not null,
  key text not null,
  entry bigint not null,
  primary key (municipality, key, entry)
);
comment on table audit.access_keys is 'Which entries of the access log are about a person: an index over its keys that the fence lets be used.';
comment on column audit.access_keys.municipality is 'The municipality whose records were used.';
comment on column audit.access_keys.key is 'The person''s id.';
comment on column audit.access_keys.entry is 'The entry of the access log.';
alter table audit.access_keys enable row level security;
alter table audit.access_keys force row level security;
create policy tenant on audit.access_keys using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on audit.access_keys to springbraet_app;
insert into audit.access_keys (municipality, key, entry)
  select distinct municipality, key, entry from audit.access_log, unnest(keys) as key;

create table audit.log_chain (
  municipality text not null,
  position bigint not null check (position > 0),
  day_number integer not null check (day_number > 0),
  day date not null,
  entry bigint not null,
  change boolean not null,
  recorded_by xid8 not null,
  content bytea not null,
  hash bytea not null,
  primary key (municipality, position),
  unique (municipality, entry)
);
comment on table audit.log_chain is 'One link per sealed entry of the access log, in the order of sealing. Only ever added to.';
comment on column audit.log_chain.municipality is 'The municipality whose log it is.';
comment on column audit.log_chain.position is 'Place in the municipality''s chain, from 1 without gaps.';
comment on column audit.log_chain.day_number is 'The day of the log it belongs to: audit.log_days.number.';
comment on column audit.log_chain.day is 'That day''s date in Denmark.';
comment on column audit.log_chain.entry is 'The sealed entry.';
comment on column audit.log_chain.change is 'Whether the entry is a change; part of the hash.';
comment on column audit.log_chain.recorded_by is 'The transaction that wrote the entry: the sealing goes on from here.';
comment on column audit.log_chain.content is 'SHA-256 of the entry''s content.';
comment on column audit.log_chain.hash is 'SHA-256 of the link before (or the seal of the day before) and this one''s content.';
alter table audit.log_chain enable row level security;
alter table audit.log_chain force row level security;
create policy tenant on audit.log_chain using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on audit.log_chain to springbraet_app;

create table audit.log_days (
  municipality text not null,
  number integer not null check (number > 0),
  day date not null,
  first_position bigint not null,
  entries integer not null check (entries > 0),
  last_hash bytea not null,
  previous bytea not null,
  seal bytea not null,
  sealed_at timestamptz not null default now(),
  looks_dropped date,
  changes_dropped date,
  primary key (municipality, number)
);
comment on table audit.log_days is 'The seal of each finished day of the access log. It stays when the day''s entries have been dropped after their time.';
comment on column audit.log_days.municipality is 'The municipality whose log it is.';
comment on column audit.log_days.number is 'The day''s number, from 1 without gaps; a clock that jumps changes dates, never numbers.';
comment on column audit.log_days.day is 'Its date in Denmark.';
comment on column audit.log_days.first_position is 'Place of its first link in the chain.';
comment on column audit.log_days.entries is 'How many entries it had.';
comment on column audit.log_days.last_hash is 'Hash of its last link.';
comment on column audit.log_days.previous is 'Seal of the day before; zeros for the first.';
comment on column audit.log_days.seal is 'SHA-256 of the day''s number, date, entries, last link and the seal before.';
comment on column audit.log_days.sealed_at is 'When it was sealed.';
comment on column audit.log_days.looks_dropped is 'When its looks were dropped by the rule; empty while they are there.';
comment on column audit.log_days.changes_dropped is 'When its changes were dropped by the rule, or its looks when it had no changes; empty while links are there.';
alter table audit.log_days enable row level security;
alter table audit.log_days force row level security;
create policy tenant on audit.log_days using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on audit.log_days to springbraet_app;

-- What people may ask about their data, and what has been deleted.

create schema privacy;
comment on schema privacy is 'Requests from people about their data, restrictions, retention and deletion.';
grant usage on schema privacy to springbraet_app;

create table privacy.requests (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('access', 'rectification', 'restriction')),
  citizen text not null,
  received date not null,
  source text not null check (source in ('citizen', 'representative', 'authority')),
  details text not null check (length(details) <= 4000),
  who text not null,
  role text not null,
  at timestamptz not null default now(),
  primary key (municipality, id)
);
comment on table privacy.requests is 'Requests under the GDPR: access (art. 15), rectification (art. 16), restriction (art. 18).';
comment on column privacy.requests.municipality is 'The municipality that was asked.';
comment on column privacy.requests.id is 'Id of the request.';
comment on column privacy.requests.kind is 'access, rectification or restriction.';
comment on column privacy.requests.citizen is 'The id of the person it is about.';
comment on column privacy.requests.received is 'The day it was received: the month to answer in counts from here.';
comment on column privacy.requests.source is 'From the citizen, a representative or an authority.';
comment on column privacy.requests.details is 'What is asked, in a few words.';
comment on column privacy.requests.who is 'Who registered it.';
comment on column privacy.requests.role is 'The role they had.';
comment on column privacy.requests.at is 'When it was registered.';
create index requests_citizen on privacy.requests (municipality, citizen);
alter table privacy.requests enable row level security;
alter table privacy.requests force row level security;
create policy tenant on privacy.requests using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('privacy.requests', 'citizen');
grant select, insert on privacy.requests to springbraet_app;

create table privacy.steps (
  municipality text not null,
  request uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('extended', 'granted', 'refused', 'corrected', 'told', 'handed_over', 'note')),
  note text not null check (length(note) <= 4000),
  until date,
  who text not null,
  role text not null,
  at timestamptz not null default now(),
  primary key (municipality, request, number),
  foreign key (municipality, request) references privacy.requests
);
comment on table privacy.steps is 'What was done about a request, step by step. Only ever added to.';
comment on column privacy.steps.municipality is 'The municipality that was asked.';
comment on column privacy.steps.request is 'The request.';
comment on column privacy.steps.number is 'The step''s number, from 1: two people cannot take the same step.';
comment on column privacy.steps.kind is 'extended (with a new deadline), granted, refused, corrected, told (a recipient), handed_over or note.';
comment on column privacy.steps.note is 'Why, what or to whom.';
comment on column privacy.steps.until is 'The new deadline, when it was extended.';
comment on column privacy.steps.who is 'Who did it.';
comment on column privacy.steps.role is 'The role they had.';
comment on column privacy.steps.at is 'When.';
alter table privacy.steps enable row level security;
alter table privacy.steps force row level security;
create policy tenant on privacy.steps using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on privacy.steps to springbraet_app;

create table privacy.restrictions (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  citizen text not null,
  reason text not null check (length(reason) between 1 and 1000),
  who text not null,
  at timestamptz not null default now(),
  lifted_by text,
  lifted_at timestamptz,
  primary key (municipality, id)
);
comment on table privacy.restrictions is 'People whose data may for a time only be stored (GDPR art. 18).';
comment on column privacy.restrictions.municipality is 'The municipality whose record it is.';
comment on column privacy.restrictions.id is 'Id of the restriction.';
comment on column privacy.restrictions.citizen is 'The id of the person.';
comment on column privacy.restrictions.reason is 'Why.';
comment on column privacy.restrictions.who is 'Who put it on.';
comment on column privacy.restrictions.at is 'When.';
comment on column privacy.restrictions.lifted_by is 'Who took it off; empty while it holds.';
comment on column privacy.restrictions.lifted_at is 'When it was taken off; empty while it holds.';
create unique index restrictions_standing on privacy.restrictions (municipality, citizen) where lifted_at is null;
alter table privacy.restrictions enable row level security;
alter table privacy.restrictions force row level security;
create policy tenant on privacy.restrictions using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('privacy.restrictions', 'citizen');
grant select, insert, update (lifted_by, lifted_at) on privacy.restrictions to springbraet_app;

create table privacy.retention_decisions (
  municipality text not null,
  kle text not null,
  number integer not null check (number > 0),
  days integer not null check (days between 1 and 36600),
  reason text not null check (length(reason) between 1 and 1000),
  who text not null,
  at timestamptz not null default now(),
  primary key (municipality, kle, number)
);
comment on table privacy.retention_decisions is 'The municipality''s own decisions on how long a KLE subject is kept; the one with the highest number counts.';
comment on column privacy.retention_decisions.municipality is 'The municipality that decided.';
comment on column privacy.retention_decisions.kle is 'The KLE number.';
comment on column privacy.retention_decisions.number is 'The decision''s number for this KLE number, from 1.';
comment on column privacy.retention_decisions.days is 'Days to keep after the last day of the case.';
comment on column privacy.retention_decisions.reason is 'Where the period was confirmed.';
comment on column privacy.retention_decisions.who is 'Who decided.';
comment on column privacy.retention_decisions.at is 'When.';
alter table privacy.retention_decisions enable row level security;
alter table privacy.retention_decisions force row level security;
create policy tenant on privacy.retention_decisions using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on privacy.retention_decisions to springbraet_app;

create table privacy.deletions (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  as_of date not null,
  content jsonb not null,
  citizens integer not null check (citizens > 0),
  row_count integer not null check (row_count > 0),
  digest text not null,
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  approved_by text,
  approved_at timestamptz,
  records_deleted_at timestamptz,
  done_at timestamptz,
  primary key (municipality, id),
  check (approved_by <> proposed_by)
);
comment on table privacy.deletions is 'Deletions whose time had come: proposed by one person, approved by another. The proof that remains; it names nobody.';
comment on column privacy.deletions.municipality is 'The municipality whose records they are.';
comment on column privacy.deletions.id is 'Id of the deletion.';
comment on column privacy.deletions.as_of is 'The day the periods were counted to.';
comment on column privacy.deletions.content is 'Per KLE number: how many people and rows.';
comment on column privacy.deletions.citizens is 'How many people something was deleted about.';
comment on column privacy.deletions.row_count is 'How many rows fell due.';
comment on column privacy.deletions.digest is 'SHA-256 of the list that was proposed: only that list is deleted.';
comment on column privacy.deletions.proposed_by is 'Who proposed it.';
comment on column privacy.deletions.proposed_at is 'When it was proposed.';
comment on column privacy.deletions.approved_by is 'Who approved it: somebody else.';
comment on column privacy.deletions.approved_at is 'When it was approved.';
comment on column privacy.deletions.records_deleted_at is 'When the records and the snapshots were rid of it.';
comment on column privacy.deletions.done_at is 'When the warehouse was built anew and all was done.';
alter table privacy.deletions enable row level security;
alter table privacy.deletions force row level security;
create policy tenant on privacy.deletions using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (approved_by, approved_at) on privacy.deletions to springbraet_app;

create table privacy.deleted (
  municipality text not null,
  person text not null,
  fact text not null,
  deletion uuid not null,
  day date not null,
  primary key (municipality, person, fact, deletion)
);
comment on table privacy.deleted is 'What was deleted, for doing it again after an older backup was restored. A hash stands for each person.';
comment on column privacy.deleted.municipality is 'The municipality whose records they were.';
comment on column privacy.deleted.person is 'SHA-256 of the municipality and the person''s id.';
comment on column privacy.deleted.fact is 'The kind of fact.';
comment on column privacy.deleted.deletion is 'The deletion it was part of.';
comment on column privacy.deleted.day is 'The day it was deleted: what was recorded until then is gone.';
alter table privacy.deleted enable row level security;
alter table privacy.deleted force row level security;
create policy tenant on privacy.deleted using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select on privacy.deleted to springbraet_app;

alter table plan.snapshots add column rewritten date;
comment on column plan.snapshots.rewritten is 'When people''s rows were deleted from it: its figures stand, but can no longer be recomputed.';
