-- What was deleted of a person, for words that work out something about people: what is gone must not be worked out again from what is left.
create view privacy.gone_now with (security_invoker = true) as
  select municipality, person, fact, max(day) as day from privacy.deleted group by municipality, person, fact;
comment on view privacy.gone_now is 'Of whom which kind of fact was deleted, up to what was recorded on a day.';
comment on column privacy.gone_now.municipality is 'The municipality whose record it was, four digits.';
comment on column privacy.gone_now.person is 'SHA-256 over the municipality, a colon and the citizen''s id.';
comment on column privacy.gone_now.fact is 'The kind of fact.';
comment on column privacy.gone_now.day is 'The last day it was deleted.';
grant select on privacy.gone_now to springbraet_app;
