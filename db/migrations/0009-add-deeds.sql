-- A deed that was asked for twice is done once: its key is claimed in the transaction that does the work.
-- Neither the key nor the answer can be read from the table: the first is hashed, the second sealed with the key itself.
create table platform.deeds (
  municipality text not null,
  who text not null,
  key_hash bytea not null,
  request_hash bytea not null,
  answer bytea,
  at timestamptz not null default now(),
  primary key (municipality, who, key_hash)
);
comment on table platform.deeds is 'Deeds done in the last day, so that the same request again gets the same answer instead of a second record.';
comment on column platform.deeds.municipality is 'The municipality whose records were changed.';
comment on column platform.deeds.who is 'The user; another user''s key is another key.';
comment on column platform.deeds.key_hash is 'SHA-256 of the key the request came with.';
comment on column platform.deeds.request_hash is 'What was asked for, hashed with the key: another request under the same key is refused.';
comment on column platform.deeds.answer is 'The answer, sealed with the key: only who sent the request can have it again.';
comment on column platform.deeds.at is 'When it was done.';
alter table platform.deeds enable row level security;
alter table platform.deeds force row level security;
create policy tenant on platform.deeds using (municipality = platform.municipality()) with check (municipality = platform.municipality());
-- An answer that may still be asked for cannot be thrown away, by any mistake of the program.
create policy kept on platform.deeds as restrictive for delete using (at < now() - interval '24 hours');
grant select, insert, update (answer), delete on platform.deeds to springbraet_app;

-- A comment can be mended by its writer. What it said before is kept.
alter table plan.notes add column version integer not null default 1;
alter table plan.notes add column edited_at timestamptz;
comment on column plan.notes.version is 'Which text this is, counted from 1: a change names the one it saw.';
comment on column plan.notes.edited_at is 'When the text was last changed; empty when it never was.';
grant update (body, version, edited_at) on plan.notes to springbraet_app;

create table plan.earlier_notes (
  municipality text not null,
  note uuid not null,
  version integer not null,
  body text not null,
  until timestamptz not null default now(),
  primary key (municipality, note, version)
);
comment on table plan.earlier_notes is 'What comments said before they were changed.';
comment on column plan.earlier_notes.municipality is 'The municipality whose plan it is.';
comment on column plan.earlier_notes.note is 'Id of the note.';
comment on column plan.earlier_notes.version is 'Which of its texts.';
comment on column plan.earlier_notes.body is 'What it said.';
comment on column plan.earlier_notes.until is 'When it was changed.';
alter table plan.earlier_notes enable row level security;
alter table plan.earlier_notes force row level security;
create policy tenant on plan.earlier_notes using (municipality = platform.municipality()) with check (municipality = platform.municipality());
grant select, insert on plan.earlier_notes to springbraet_app;
