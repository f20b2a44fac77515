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
