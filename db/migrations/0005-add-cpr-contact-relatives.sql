-- CPR numbers are in use: sealed, and found by a keyed blind index that one citizen of a municipality has at a time. Names are found and sorted by
-- a key in Danish order, since the embedded engine has no Danish collation. How a citizen is reached, and who stands by them, are facts of
-- their own that never leave the records.

comment on column citizens.citizens.cpr_encrypted is 'CPR number (CPR-nummer): sealed with a key of the key ring (src/platform/secrets).';
comment on column citizens.citizens.cpr_index is 'CPR number (CPR-nummer): keyed blind index, by which it is looked up.';
create unique index citizens_cpr_now on citizens.citizens (municipality, cpr_index)
  where known_until = date '9999-12-31' and cpr_index is not null;

-- In C order the three characters after z stand for æ, ø and å. Aa counts as å, ä as æ, ö as ø, ü as y; other accents are taken off.
create function citizens.danish_key(name text) returns text
language sql immutable strict parallel safe
as $$
  select trim(regexp_replace(
    replace(
      translate(lower(translate(name, 'ÆØÅÄÖÜÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÇÑÝŠŽ', 'æøåäöüéèêëáàâãíìîïóòôõúùûçñýšž')),
        'æøåäöüéèêëáàâãíìîïóòôõúùûçñýšž', '{|}{|yeeeeaaaaiiiioooouuucnysz'),
      'aa', '}'),
    '[^a-z0-9{|}]+', ' ', 'g'))
$$;
comment on function citizens.danish_key(text) is 'A name''s place in Danish order, compared byte by byte.';
alter table citizens.citizens add column name_key text collate "C";
comment on column citizens.citizens.name_key is 'The name in Danish order (citizens.danish_key), to search and sort by.';
create function citizens.key_name() returns trigger
language plpgsql
as $$
begin
  new.name_key := citizens.danish_key(new.name);
  return new;
end
$$;
comment on function citizens.key_name() is 'Keeps name_key in step with name.';
update citizens.citizens set name_key = citizens.danish_key(name) where name is not null;
create trigger key_name before insert on citizens.citizens for each row execute function citizens.key_name();
create index citizens_name_key on citizens.citizens (municipality, name_key) where known_until = date '9999-12-31';

create table citizens.contact_details (
  municipality text not null,
  id text not null,
  citizen text not null,
  address text,
  postcode text,
  town text,
  phone text,
  mail text,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (known_from <= known_until)
);
comment on table citizens.contact_details is 'Contact details (Kontaktoplysninger): How a citizen is reached.';
comment on column citizens.contact_details.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.contact_details.id is 'The id of the record; the same for all beliefs about it.';
comment on column citizens.contact_details.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.contact_details.address is 'Address (Adresse): Street, number and floor.';
comment on column citizens.contact_details.postcode is 'Postcode (Postnummer): Four digits.';
comment on column citizens.contact_details.town is 'Town (By): The postal town.';
comment on column citizens.contact_details.phone is 'Telephone (Telefon): As people write it.';
comment on column citizens.contact_details.mail is 'Mail (Mail): The mail address.';
comment on column citizens.contact_details.known_from is 'First day this was believed.';
comment on column citizens.contact_details.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.contact_details.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.contact_details.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index contact_details_changed_by on citizens.contact_details (changed_by);
create index contact_details_citizen on citizens.contact_details (municipality, citizen);
alter table citizens.contact_details enable row level security;
alter table citizens.contact_details force row level security;
create policy tenant on citizens.contact_details using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('citizens.contact_details', 'citizen');
grant select, insert, update (known_until, changed_by) on citizens.contact_details to springbraet_app;

create table citizens.relatives (
  municipality text not null,
  id text not null,
  from_day date not null,
  until_day date not null,
  citizen text not null,
  name text not null,
  relation text not null,
  phone text,
  power_of_attorney boolean,
  may_take_part boolean,
  known_from date not null,
  known_until date not null default '9999-12-31',
  recorded_by xid8 not null default pg_current_xact_id(),
  changed_by xid8 not null default pg_current_xact_id(),
  primary key (municipality, id, known_from, recorded_by),
  check (from_day < until_day),
  check (known_from <= known_until)
);
comment on table citizens.relatives is 'Relatives (Pårørende): Who stands by a citizen and may take part.';
comment on column citizens.relatives.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.relatives.id is 'The id of the spell; the same for all beliefs about it.';
comment on column citizens.relatives.from_day is 'First day it held.';
comment on column citizens.relatives.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
comment on column citizens.relatives.citizen is 'Citizen (Borger): The citizen''s id.';
comment on column citizens.relatives.name is 'Name (Navn): The relative''s name.';
comment on column citizens.relatives.relation is 'Relation (Relation): What the relative is to the citizen.';
comment on column citizens.relatives.phone is 'Telephone (Telefon): As people write it.';
comment on column citizens.relatives.power_of_attorney is 'Power of attorney (Fuldmagt): May the relative act for the citizen.';
comment on column citizens.relatives.may_take_part is 'May take part (Må deltage): Has the citizen agreed that the relative takes part.';
comment on column citizens.relatives.known_from is 'First day this was believed.';
comment on column citizens.relatives.known_until is 'First day it was no longer believed; 9999-12-31 while it is.';
comment on column citizens.relatives.recorded_by is 'The transaction that wrote the row.';
comment on column citizens.relatives.changed_by is 'The transaction that last wrote the row or ended the belief: the change feed reads from here.';
create index relatives_changed_by on citizens.relatives (changed_by);
create index relatives_citizen on citizens.relatives (municipality, citizen);
alter table citizens.relatives enable row level security;
alter table citizens.relatives force row level security;
create policy tenant on citizens.relatives using (municipality = platform.municipality()) with check (municipality = platform.municipality());
call platform.scope_by('citizens.relatives', 'citizen');
grant select, insert, update (known_until, changed_by) on citizens.relatives to springbraet_app;
