-- Log-in by an identity provider: who a session belongs to, which roles its user holds, and who is kept out for a while.

alter table platform.sessions add column subject bytea not null default sha256(gen_random_uuid()::text::bytea);
alter table platform.sessions alter column subject drop default;
alter table platform.sessions add column held jsonb not null default '[]';
alter table platform.sessions add column login bytea;
alter table platform.sessions add column hint bytea;
comment on column platform.sessions.subject is 'Hash of the identity provider''s name and its subject: the sessions of one user. In the demo one browser''s.';
comment on column platform.sessions.held is 'The roles the user holds, with municipality and units; the session has one of them at a time.';
comment on column platform.sessions.login is 'Hash of the log-in that began the session: a log-in begins one session only. Empty after a change of role.';
comment on column platform.sessions.hint is 'The provider''s sealed token, shown to it at log-out; empty in the demo.';
create unique index sessions_login on platform.sessions (municipality, login);
create index sessions_subject on platform.sessions (municipality, subject);

create table platform.login_failures (
  municipality text not null,
  who bytea not null,
  failures integer not null check (failures > 0),
  last_at timestamptz not null,
  primary key (municipality, who)
);
comment on table platform.login_failures is 'Failed log-ins, counted to keep whoever goes on trying out for a while.';
comment on column platform.login_failures.municipality is '0000: a log-in that failed belongs to no municipality yet.';
comment on column platform.login_failures.who is 'Hash of the network address, or of the identity provider''s subject.';
comment on column platform.login_failures.failures is 'How many in a row.';
comment on column platform.login_failures.last_at is 'When the last was.';
alter table platform.login_failures enable row level security;
alter table platform.login_failures force row level security;
create policy tenant on platform.login_failures using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (failures, last_at) on platform.login_failures to springbraet_app;
