-- Letters about appointments: what they say, how they go, and whether they went. What a letter says is written once and never changed;
-- what became of it is.
create table contact.letters (
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  citizen text not null,
  appointment uuid not null,
  appointment_version integer not null,
  template text not null,
  language text not null check (language in ('da', 'en')),
  content jsonb not null,
  channel text not null check (channel in ('digital_post', 'mail', 'print')),
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'to_print', 'printed', 'withdrawn', 'dealt_with')),
  tries integer not null default 0,
  fault text,
  not_before timestamptz not null default now(),
  version integer not null default 1,
  written_by text not null,
  written_at timestamptz not null default now(),
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (municipality, id),
  check ((state = 'failed') = (fault is not null))
);
comment on table contact.letters is 'Letters to citizens about their appointments, and what became of them.';
comment on column contact.letters.municipality is 'The municipality whose record it is, four digits.';
comment on column contact.letters.id is 'Id of the letter, and of the message it is sent as.';
comment on column contact.letters.citizen is 'The citizen''s id.';
comment on column contact.letters.appointment is 'The appointment it is about.';
comment on column contact.letters.appointment_version is 'Which text of the appointment it tells of.';
comment on column contact.letters.template is 'Which template it was written from: invitation, moved, cancelled, reminder.';
comment on column contact.letters.language is 'da or en.';
comment on column contact.letters.content is 'Its day, subject, paragraphs and who signs, as they were written; no name, number or address of the citizen.';
comment on column contact.letters.channel is 'How it goes: digital_post, mail or print.';
comment on column contact.letters.state is 'waiting, sending, sent, failed, to_print, printed, withdrawn (before it went) or dealt_with (in another way).';
comment on column contact.letters.tries is 'How often sending was tried.';
comment on column contact.letters.fault is 'A code for why it failed; never the words of a mail server, which repeat the address.';
comment on column contact.letters.not_before is 'It does not go earlier: until then it can be taken back.';
comment on column contact.letters.version is 'Which state this is, counted from 1: a change names the one it saw.';
comment on column contact.letters.written_by is 'Who wrote it.';
comment on column contact.letters.written_at is 'When it was written.';
comment on column contact.letters.changed_by is 'Who changed its state last.';
comment on column contact.letters.changed_at is 'When its state changed last.';
create index letters_appointment on contact.letters (municipality, appointment);
create index letters_citizen on contact.letters (municipality, citizen);
create index letters_state on contact.letters (municipality, state, not_before) where state in ('waiting', 'sending', 'failed', 'to_print');
-- Two jobs that remind at the same moment write one reminder.
create unique index letters_once on contact.letters (municipality, appointment, template, appointment_version) where state <> 'withdrawn';
alter table contact.letters enable row level security;
alter table contact.letters force row level security;
create policy tenant on contact.letters using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('contact.letters', 'citizen');
grant select, insert, update (appointment_version, channel, state, tries, fault, not_before, version, changed_by, changed_at) on contact.letters to springbraet_app;

-- How people are reached, for the word that writes to them. Where the protected live is not told here.
create view citizens.reached_now with (security_invoker = true) as
  select c.municipality, c.id as citizen, coalesce(c.protected, false) as is_protected, c.cpr_encrypted as cpr_sealed,
    case when c.protected then null else d.address end as address, case when c.protected then null else d.postcode end as postcode,
    case when c.protected then null else d.town end as town, case when c.protected then null else d.mail end as mail
  from citizens.citizens c
  left join citizens.contact_details d on d.municipality = c.municipality and d.citizen = c.id and d.known_until = date '9999-12-31'
  where c.known_until = date '9999-12-31';
comment on view citizens.reached_now is 'How citizens are reached now; the protected have no address and no mail here.';
comment on column citizens.reached_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.reached_now.citizen is 'The citizen''s id.';
comment on column citizens.reached_now.is_protected is 'Is the citizen under name and address protection.';
comment on column citizens.reached_now.cpr_sealed is 'The CPR number, sealed.';
comment on column citizens.reached_now.address is 'Street, number and floor; empty when it is not known or protected.';
comment on column citizens.reached_now.postcode is 'Postcode; empty when it is not known or protected.';
comment on column citizens.reached_now.town is 'Town; empty when it is not known or protected.';
comment on column citizens.reached_now.mail is 'Mail address; empty when it is not known or protected.';
grant select on citizens.reached_now to springbraet_app;
