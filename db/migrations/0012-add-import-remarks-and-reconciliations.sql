-- What a check remarks without refusing, taking back as work that is followed, and reconciliations as work of their own.
alter table imports.batches drop constraint batches_state_check;
alter table imports.batches add constraint batches_state_check check (state in ('receiving', 'received', 'mapped', 'checking', 'checked', 'running', 'done', 'undoing', 'failed', 'undone', 'given_up'));
comment on column imports.batches.state is 'Where it stands: receiving, received, mapped, checking, checked, running, done, undoing, failed, undone or given_up.';
alter table imports.batches add column undone_role text;
comment on column imports.batches.undone_user is 'Who took it back, or asked for it.';
comment on column imports.batches.undone_role is 'The role they had.';
grant update (undone_role) on imports.batches to springbraet_app;

alter table imports.findings add column kind text not null default 'problem' check (kind in ('problem', 'remark'));
alter table imports.findings add column lines integer[] not null default '{}';
comment on table imports.findings is 'The problems and remarks of a checked batch, grouped by rule, column and value, with exact counts.';
comment on column imports.findings.kind is 'A problem, which keeps its rows out, or a remark, which keeps nothing out.';
comment on column imports.findings.lines is 'The first lines with a remark.';

create table imports.reconciliations (
  municipality text not null,
  batch uuid not null,
  state text not null check (state in ('asked', 'done', 'failed')),
  asked_by text not null,
  asked_role text not null,
  asked_at timestamptz not null default now(),
  phase text,
  rows_done bigint not null default 0,
  rows_total bigint not null default 0,
  failure jsonb,
  sealed bytea,
  ended_at timestamptz,
  primary key (municipality, batch)
);
comment on table imports.reconciliations is 'The newest comparison of a batch''s files with the records: asked for, done or failed.';
comment on column imports.reconciliations.municipality is 'The municipality whose records it is for.';
comment on column imports.reconciliations.batch is 'The batch.';
comment on column imports.reconciliations.state is 'Where it stands: asked, done or failed.';
comment on column imports.reconciliations.asked_by is 'Who asked for it.';
comment on column imports.reconciliations.asked_role is 'The role they had.';
comment on column imports.reconciliations.asked_at is 'When.';
comment on column imports.reconciliations.phase is 'What the work on it is doing.';
comment on column imports.reconciliations.rows_done is 'How many rows the work has read.';
comment on column imports.reconciliations.rows_total is 'How many rows there are to read, as far as is known.';
comment on column imports.reconciliations.failure is 'Why it failed, in both languages.';
comment on column imports.reconciliations.sealed is 'What was found, encrypted: it names people by their ids.';
comment on column imports.reconciliations.ended_at is 'When it was done or failed.';
alter table imports.reconciliations enable row level security;
alter table imports.reconciliations force row level security;
create policy tenant on imports.reconciliations using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, delete on imports.reconciliations to springbraet_app;
grant update (state, asked_by, asked_role, asked_at, phase, rows_done, rows_total, failure, sealed, ended_at) on imports.reconciliations to springbraet_app;
