create schema audit;
comment on schema audit is 'Who looked at whom.';
grant usage on schema audit to springbraet_app;

create schema plan;
comment on schema plan is 'What people add to a plan: comments, decisions, snapshots.';
grant usage on schema plan to springbraet_app;

create table platform.sessions (
  token_hash bytea not null primary key,
  municipality text not null,
  role text not null check (role in ('analyst', 'manager', 'committee')),
  user_label text not null,
  created timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  expires timestamptz not null,
  ended timestamptz
);
comment on table platform.sessions is 'Who is logged in. The token itself is only in the browser.';
comment on column platform.sessions.token_hash is 'SHA-256 of the token.';
comment on column platform.sessions.municipality is 'The municipality the session works for.';
comment on column platform.sessions.role is 'What the user may do: analyst, manager or committee.';
comment on column platform.sessions.user_label is 'What the user is called in logs and notes; never a name of a citizen.';
comment on column platform.sessions.created is 'When the session began.';
comment on column platform.sessions.last_seen is 'When it was last used.';
comment on column platform.sessions.expires is 'When it ends at the latest.';
comment on column platform.sessions.ended is 'When the user logged out.';
alter table platform.sessions enable row level security;
alter table platform.sessions force row level security;
create policy tenant on platform.sessions using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (last_seen, ended) on platform.sessions to springbraet_app;

create table audit.access_log (
  entry bigint generated always as identity primary key,
  municipality text not null,
  at timestamptz not null default now(),
  who text not null,
  role text not null,
  action text not null,
  purpose text not null,
  keys text[] not null,
  persons integer not null check (persons >= 0)
);
comment on table audit.access_log is 'One row per request that read or wrote about persons. Only ever added to.';
comment on column audit.access_log.entry is 'Running number.';
comment on column audit.access_log.municipality is 'The municipality whose records were used.';
comment on column audit.access_log.at is 'When.';
comment on column audit.access_log.who is 'The user.';
comment on column audit.access_log.role is 'The role the user had.';
comment on column audit.access_log.action is 'What was done: the name of the operation.';
comment on column audit.access_log.purpose is 'Why.';
comment on column audit.access_log.keys is 'The ids of all persons in the request; empty for a whole import.';
comment on column audit.access_log.persons is 'How many persons the request was about.';
create index access_log_at on audit.access_log (municipality, at);
alter table audit.access_log enable row level security;
alter table audit.access_log force row level security;
create policy tenant on audit.access_log using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on audit.access_log to springbraet_app;

create table plan.notes (
  id uuid not null default gen_random_uuid(),
  municipality text not null,
  plan text not null,
  goal text not null,
  kind text not null check (kind in ('comment', 'decision')),
  body text not null check (length(body) between 1 and 10000),
  author text not null,
  role text not null,
  at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (municipality, id)
);
comment on table plan.notes is 'Comments and decisions on a goal.';
comment on column plan.notes.id is 'Id of the note.';
comment on column plan.notes.municipality is 'The municipality whose plan it is.';
comment on column plan.notes.plan is 'Id of the plan.';
comment on column plan.notes.goal is 'Id of the goal.';
comment on column plan.notes.kind is 'comment or decision.';
comment on column plan.notes.body is 'What was written.';
comment on column plan.notes.author is 'Who wrote it.';
comment on column plan.notes.role is 'The role the author had.';
comment on column plan.notes.at is 'When it was written.';
comment on column plan.notes.withdrawn_at is 'When it was withdrawn; empty while it stands.';
create index notes_goal on plan.notes (municipality, plan, goal, at);
alter table plan.notes enable row level security;
alter table plan.notes force row level security;
create policy tenant on plan.notes using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (withdrawn_at) on plan.notes to springbraet_app;

create table plan.snapshots (
  municipality text not null,
  name text not null,
  as_of date not null,
  known_at date not null,
  made_at timestamptz not null default now(),
  folder text not null,
  facts integer not null check (facts >= 0),
  row_count bigint not null check (row_count >= 0),
  checksum text not null,
  primary key (municipality, name)
);
comment on table plan.snapshots is 'Frozen copies of the warehouse that reports are pinned to.';
comment on column plan.snapshots.municipality is 'The municipality whose records were frozen.';
comment on column plan.snapshots.name is 'Name of the snapshot.';
comment on column plan.snapshots.as_of is 'The day its figures are counted to.';
comment on column plan.snapshots.known_at is 'The day whose knowledge it holds.';
comment on column plan.snapshots.made_at is 'When it was made.';
comment on column plan.snapshots.folder is 'Its folder, relative to the data folder.';
comment on column plan.snapshots.facts is 'How many kinds of facts it holds.';
comment on column plan.snapshots.row_count is 'How many rows it holds.';
comment on column plan.snapshots.checksum is 'Checksum of its files.';
alter table plan.snapshots enable row level security;
alter table plan.snapshots force row level security;
create policy tenant on plan.snapshots using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on plan.snapshots to springbraet_app;
