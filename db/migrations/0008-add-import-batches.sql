-- Files on their way in: batches, their contents, what was found, corrected and set aside. Contents and cells are sealed with the key ring.
create schema imports;
comment on schema imports is 'Files on their way into the records.';
grant usage on schema imports to springbraet_app;

create table imports.batches (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  state text not null default 'receiving' check (state in ('receiving', 'received', 'mapped', 'checking', 'checked', 'running', 'done', 'failed', 'undone', 'given_up')),
  version integer not null default 1,
  made_by text not null,
  made_by_role text not null,
  made_at timestamptz not null default now(),
  fingerprint text,
  phase text,
  rows_done bigint not null default 0,
  rows_total bigint not null default 0,
  cancel_asked boolean not null default false,
  failure jsonb,
  run_by xid8,
  asked_by text,
  asked_role text,
  run_at timestamptz,
  undone_by xid8,
  undone_user text,
  undone_at timestamptz,
  figures jsonb,
  bytes_deleted_at timestamptz,
  primary key (municipality, id)
);
comment on table imports.batches is 'A delivery of files that is imported together.';
comment on column imports.batches.municipality is 'The municipality whose records it is for.';
comment on column imports.batches.id is 'Id of the batch.';
comment on column imports.batches.state is 'Where it stands: receiving, received, mapped, checking, checked, running, done, failed, undone or given_up.';
comment on column imports.batches.version is 'Counts the changes, so that nobody overwrites what they have not seen.';
comment on column imports.batches.made_by is 'Who uploaded it.';
comment on column imports.batches.made_by_role is 'The role they had.';
comment on column imports.batches.made_at is 'When.';
comment on column imports.batches.fingerprint is 'SHA-256 over the names and contents of the files; the same open batch is never there twice.';
comment on column imports.batches.phase is 'What the work on it is doing.';
comment on column imports.batches.rows_done is 'How many rows the work has read.';
comment on column imports.batches.rows_total is 'How many rows there are to read, as far as is known.';
comment on column imports.batches.cancel_asked is 'Has somebody asked for the work to stop?';
comment on column imports.batches.failure is 'Why it failed, in both languages.';
comment on column imports.batches.run_by is 'The transaction that stored its rows: their recorded_by.';
comment on column imports.batches.asked_by is 'Who asked for the check or the import.';
comment on column imports.batches.asked_role is 'The role they had.';
comment on column imports.batches.run_at is 'When it was run.';
comment on column imports.batches.undone_by is 'The transaction that took it back.';
comment on column imports.batches.undone_user is 'Who took it back.';
comment on column imports.batches.undone_at is 'When it was taken back.';
comment on column imports.batches.figures is 'The plan''s figures before and after, where they moved.';
comment on column imports.batches.bytes_deleted_at is 'When the contents of its files were deleted.';
create unique index batches_once on imports.batches (municipality, fingerprint) where state in ('received', 'mapped', 'checking', 'checked', 'running');
alter table imports.batches enable row level security;
alter table imports.batches force row level security;
create policy tenant on imports.batches using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (state, version, fingerprint, phase, rows_done, rows_total, cancel_asked, failure, run_by, asked_by, asked_role, run_at, undone_by, undone_user, undone_at, figures, bytes_deleted_at) on imports.batches to springbraet_app;

create table imports.files (
  municipality text not null,
  batch uuid not null,
  file integer not null,
  source integer not null,
  name text not null,
  size bigint not null,
  sha256 text not null,
  form text,
  sheet text,
  header jsonb,
  signature text,
  fact text,
  mapping jsonb,
  mapped_by text,
  trouble jsonb,
  left_out boolean not null default false,
  counts jsonb,
  stored jsonb,
  primary key (municipality, batch, file)
);
comment on table imports.files is 'A file of a batch, or one sheet of a file.';
comment on column imports.files.municipality is 'The municipality whose records it is for.';
comment on column imports.files.batch is 'The batch.';
comment on column imports.files.file is 'Its number in the batch, from 1.';
comment on column imports.files.source is 'The file whose contents it is read from; the first sheet''s own number for the others.';
comment on column imports.files.name is 'What it was called.';
comment on column imports.files.size is 'Its size in bytes.';
comment on column imports.files.sha256 is 'SHA-256 of its contents.';
comment on column imports.files.form is 'How it is written, such as csv or xlsx.';
comment on column imports.files.sheet is 'The sheet, where a file has several.';
comment on column imports.files.header is 'The names of its columns.';
comment on column imports.files.signature is 'What the header is remembered by.';
comment on column imports.files.fact is 'The kind of fact its rows are.';
comment on column imports.files.mapping is 'Which column is which field; empty while unknown.';
comment on column imports.files.mapped_by is 'How the mapping came: layout, remembered, or who made it.';
comment on column imports.files.trouble is 'Why it cannot be read, in both languages.';
comment on column imports.files.left_out is 'Is it left out of the import?';
comment on column imports.files.counts is 'Rows, and how many are new, changed, unchanged, rejected and set aside.';
comment on column imports.files.stored is 'How many rows the import added and how many beliefs it ended.';
alter table imports.files enable row level security;
alter table imports.files force row level security;
create policy tenant on imports.files using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (fact, mapping, mapped_by, left_out, counts, stored, trouble) on imports.files to springbraet_app;

create table imports.chunks (
  municipality text not null,
  batch uuid not null,
  file integer not null,
  number integer not null,
  bytes bytea not null,
  primary key (municipality, batch, file, number)
);
comment on table imports.chunks is 'The contents of uploaded files, sealed, until the batch is finished with.';
comment on column imports.chunks.municipality is 'The municipality whose records it is for.';
comment on column imports.chunks.batch is 'The batch.';
comment on column imports.chunks.file is 'The file.';
comment on column imports.chunks.number is 'Which piece, from 0.';
comment on column imports.chunks.bytes is 'The piece, encrypted.';
alter table imports.chunks enable row level security;
alter table imports.chunks force row level security;
create policy tenant on imports.chunks using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, delete on imports.chunks to springbraet_app;

create table imports.mappings (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  signature text not null,
  name text not null,
  fact text not null,
  mapping jsonb not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  forgotten_by text,
  forgotten_at timestamptz,
  primary key (municipality, id)
);
comment on table imports.mappings is 'How columns of a kind of file are understood: made once, remembered.';
comment on column imports.mappings.municipality is 'The municipality that made it.';
comment on column imports.mappings.id is 'Id of the mapping.';
comment on column imports.mappings.signature is 'The header it is for.';
comment on column imports.mappings.name is 'The file it was first made for.';
comment on column imports.mappings.fact is 'The kind of fact.';
comment on column imports.mappings.mapping is 'Which column is which field.';
comment on column imports.mappings.made_by is 'Who made it.';
comment on column imports.mappings.made_at is 'When.';
comment on column imports.mappings.forgotten_by is 'Who replaced or forgot it.';
comment on column imports.mappings.forgotten_at is 'When it was replaced or forgotten; empty while it is used.';
create unique index mappings_used on imports.mappings (municipality, signature) where forgotten_at is null;
alter table imports.mappings enable row level security;
alter table imports.mappings force row level security;
create policy tenant on imports.mappings using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (forgotten_by, forgotten_at) on imports.mappings to springbraet_app;

create table imports.verdicts (
  municipality text not null,
  batch uuid not null,
  file integer not null,
  line integer not null,
  verdict text not null check (verdict in ('new', 'changed', 'unchanged', 'rejected', 'set_aside')),
  codes text[] not null default '{}',
  sealed bytea not null,
  primary key (municipality, batch, file, line)
);
comment on table imports.verdicts is 'Rows of a checked batch worth showing: up to a stated number per file and verdict. The counts are on the file.';
comment on column imports.verdicts.municipality is 'The municipality whose records it is for.';
comment on column imports.verdicts.batch is 'The batch.';
comment on column imports.verdicts.file is 'The file.';
comment on column imports.verdicts.line is 'The line in the file.';
comment on column imports.verdicts.verdict is 'new, changed, unchanged, rejected or set_aside.';
comment on column imports.verdicts.codes is 'The rules it breaks.';
comment on column imports.verdicts.sealed is 'Its cells, its problems and its changes, encrypted.';
create index verdicts_kind on imports.verdicts (municipality, batch, verdict, file, line);
alter table imports.verdicts enable row level security;
alter table imports.verdicts force row level security;
create policy tenant on imports.verdicts using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, delete on imports.verdicts to springbraet_app;

create table imports.findings (
  municipality text not null,
  batch uuid not null,
  file integer not null,
  number integer not null,
  code text not null,
  field text,
  value text,
  problems integer not null,
  first_line integer not null,
  said jsonb not null,
  way_out text not null,
  primary key (municipality, batch, file, number)
);
comment on table imports.findings is 'The problems of a checked batch, grouped by rule, column and value, with exact counts.';
comment on column imports.findings.municipality is 'The municipality whose records it is for.';
comment on column imports.findings.batch is 'The batch.';
comment on column imports.findings.file is 'The file.';
comment on column imports.findings.number is 'Order among the file''s findings.';
comment on column imports.findings.code is 'The rule.';
comment on column imports.findings.field is 'The column.';
comment on column imports.findings.value is 'What stood there, when showing it is harmless.';
comment on column imports.findings.problems is 'How many problems are alike.';
comment on column imports.findings.first_line is 'The first line with it.';
comment on column imports.findings.said is 'What is wrong, in both languages.';
comment on column imports.findings.way_out is 'What helps: fix, map or accept.';
alter table imports.findings enable row level security;
alter table imports.findings force row level security;
create policy tenant on imports.findings using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, delete on imports.findings to springbraet_app;

create table imports.corrections (
  municipality text not null,
  batch uuid not null,
  number bigint not null generated always as identity,
  file integer not null,
  line integer not null,
  place integer not null,
  sealed bytea,
  made_by text not null,
  made_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (municipality, batch, number)
);
comment on table imports.corrections is 'Cells corrected on the page. Only ever added to; the latest that stands counts.';
comment on column imports.corrections.municipality is 'The municipality whose records it is for.';
comment on column imports.corrections.batch is 'The batch.';
comment on column imports.corrections.number is 'Order of the corrections.';
comment on column imports.corrections.file is 'The file.';
comment on column imports.corrections.line is 'The line.';
comment on column imports.corrections.place is 'Which column of the file, from 0.';
comment on column imports.corrections.sealed is 'What it was before and is now, encrypted; empty when the contents were deleted.';
comment on column imports.corrections.made_by is 'Who corrected.';
comment on column imports.corrections.made_at is 'When.';
comment on column imports.corrections.undone_at is 'When it was taken back.';
create index corrections_cell on imports.corrections (municipality, batch, file, line);
alter table imports.corrections enable row level security;
alter table imports.corrections force row level security;
create policy tenant on imports.corrections using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (undone_at, sealed) on imports.corrections to springbraet_app;

create table imports.set_aside (
  municipality text not null,
  batch uuid not null,
  number bigint not null generated always as identity,
  file integer not null,
  file_name text not null,
  line integer not null,
  kind text not null default 'set_aside' check (kind in ('set_aside', 'accepted')),
  rules text[] not null,
  reason text not null check (length(reason) between 1 and 1000),
  made_by text not null,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (municipality, batch, number)
);
comment on table imports.set_aside is 'Rows that were wrong on purpose: left out by name, or taken all the same. Listed for ever.';
comment on column imports.set_aside.municipality is 'The municipality whose records it is for.';
comment on column imports.set_aside.batch is 'The batch.';
comment on column imports.set_aside.number is 'Order.';
comment on column imports.set_aside.file is 'The file.';
comment on column imports.set_aside.file_name is 'What the file was called.';
comment on column imports.set_aside.line is 'The line.';
comment on column imports.set_aside.kind is 'set_aside: the row is not imported; accepted: it is imported although it breaks a soft rule.';
comment on column imports.set_aside.rules is 'The rules it broke.';
comment on column imports.set_aside.reason is 'Why.';
comment on column imports.set_aside.made_by is 'Who set it aside.';
comment on column imports.set_aside.made_at is 'When.';
comment on column imports.set_aside.withdrawn_at is 'When it was taken in again before the import.';
create unique index set_aside_once on imports.set_aside (municipality, batch, file, line) where withdrawn_at is null;
alter table imports.set_aside enable row level security;
alter table imports.set_aside force row level security;
create policy tenant on imports.set_aside using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert, update (withdrawn_at) on imports.set_aside to springbraet_app;

create table imports.shortened (
  municipality text not null,
  batch uuid not null,
  fact text not null,
  record text not null,
  known_from date not null,
  believed_by xid8 not null,
  known_until date not null,
  primary key (municipality, batch, fact, record, known_from, believed_by)
);
comment on table imports.shortened is 'Beliefs that had an end already and that an import ended earlier: taking the import back does not revive them.';
comment on column imports.shortened.municipality is 'The municipality whose records it is.';
comment on column imports.shortened.batch is 'The batch.';
comment on column imports.shortened.fact is 'The kind of fact.';
comment on column imports.shortened.record is 'The id of the fact.';
comment on column imports.shortened.known_from is 'From when it was believed.';
comment on column imports.shortened.believed_by is 'The transaction that recorded it.';
comment on column imports.shortened.known_until is 'The end it had before.';
alter table imports.shortened enable row level security;
alter table imports.shortened force row level security;
create policy tenant on imports.shortened using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on imports.shortened to springbraet_app;
