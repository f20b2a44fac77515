-- What other words may read of the citizens, the conversations and the offers: what is believed now, and who was changed when. A word
-- reads others' views, never their tables. The views run with the reader's own rights, so that the fence holds for them too.

create view citizens.people_now with (security_invoker = true) as
  select municipality, id as citizen, born, education from citizens.citizens where known_until = date '9999-12-31';
comment on view citizens.people_now is 'People as they are believed now.';
comment on column citizens.people_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.people_now.citizen is 'The citizen''s id.';
comment on column citizens.people_now.born is 'Birthday, if known.';
comment on column citizens.people_now.education is 'Highest completed level, if known.';
grant select on citizens.people_now to springbraet_app;

create view citizens.benefits_now with (security_invoker = true) as
  select municipality, citizen, benefit, employer is not null as from_job, from_day, until_day from citizens.benefit_spells where known_until = date '9999-12-31';
comment on view citizens.benefits_now is 'Benefit spells as they are believed now.';
comment on column citizens.benefits_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.benefits_now.citizen is 'The citizen''s id.';
comment on column citizens.benefits_now.benefit is 'The benefit''s code.';
comment on column citizens.benefits_now.from_job is 'Is the citizen on leave from a job.';
comment on column citizens.benefits_now.from_day is 'First day it held.';
comment on column citizens.benefits_now.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
grant select on citizens.benefits_now to springbraet_app;

create view citizens.target_groups_now with (security_invoker = true) as
  select municipality, citizen, target_group, from_day, until_day from citizens.target_group_spells where known_until = date '9999-12-31';
comment on view citizens.target_groups_now is 'How citizens are assessed, as it is believed now.';
comment on column citizens.target_groups_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.target_groups_now.citizen is 'The citizen''s id.';
comment on column citizens.target_groups_now.target_group is 'The target group''s code.';
comment on column citizens.target_groups_now.from_day is 'First day it held.';
comment on column citizens.target_groups_now.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
grant select on citizens.target_groups_now to springbraet_app;

create view citizens.circumstances_now with (security_invoker = true) as
  select municipality, citizen, circumstance, from_day, until_day from citizens.circumstances where known_until = date '9999-12-31';
comment on view citizens.circumstances_now is 'What holds for citizens for a time, as it is believed now.';
comment on column citizens.circumstances_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.circumstances_now.citizen is 'The citizen''s id.';
comment on column citizens.circumstances_now.circumstance is 'What holds.';
comment on column citizens.circumstances_now.from_day is 'First day it held.';
comment on column citizens.circumstances_now.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
grant select on citizens.circumstances_now to springbraet_app;

create view citizens.work_now with (security_invoker = true) as
  select municipality, citizen, kind, hours, from_day, until_day from citizens.employments where known_until = date '9999-12-31';
comment on view citizens.work_now is 'Paid work as it is believed now.';
comment on column citizens.work_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.work_now.citizen is 'The citizen''s id.';
comment on column citizens.work_now.kind is 'The kind of employment.';
comment on column citizens.work_now.hours is 'Hours a week in whole hundredths, if known.';
comment on column citizens.work_now.from_day is 'First day it held.';
comment on column citizens.work_now.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
grant select on citizens.work_now to springbraet_app;

create view citizens.steps_now with (security_invoker = true) as
  select municipality, citizen, step, day from citizens.case_steps where known_until = date '9999-12-31';
comment on view citizens.steps_now is 'Steps of cases as they are believed now.';
comment on column citizens.steps_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.steps_now.citizen is 'The citizen''s id.';
comment on column citizens.steps_now.step is 'What happened.';
comment on column citizens.steps_now.day is 'The day it happened.';
grant select on citizens.steps_now to springbraet_app;

create view citizens.responsible_now with (security_invoker = true) as
  select municipality, citizen, unit, staff, from_day, until_day from citizens.responsibilities where known_until = date '9999-12-31';
comment on view citizens.responsible_now is 'Who is responsible for whom, as it is believed now.';
comment on column citizens.responsible_now.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.responsible_now.citizen is 'The citizen''s id.';
comment on column citizens.responsible_now.unit is 'The unit''s id.';
comment on column citizens.responsible_now.staff is 'The employee''s id; empty when only the unit is.';
comment on column citizens.responsible_now.from_day is 'First day it held.';
comment on column citizens.responsible_now.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
grant select on citizens.responsible_now to springbraet_app;

create view citizens.changes with (security_invoker = true) as
  select municipality, id as citizen, changed_by from citizens.citizens
  union all
  select municipality, citizen, changed_by from citizens.benefit_spells
  union all
  select municipality, citizen, changed_by from citizens.target_group_spells
  union all
  select municipality, citizen, changed_by from citizens.circumstances
  union all
  select municipality, citizen, changed_by from citizens.case_steps
  union all
  select municipality, citizen, changed_by from citizens.employments
  union all
  select municipality, citizen, changed_by from citizens.responsibilities;
comment on view citizens.changes is 'About whom something was written, and by which transaction; ended beliefs too.';
comment on column citizens.changes.municipality is 'The municipality whose record it is, four digits.';
comment on column citizens.changes.citizen is 'The citizen''s id.';
comment on column citizens.changes.changed_by is 'The transaction that last wrote a row about the citizen or ended a belief.';
grant select on citizens.changes to springbraet_app;

create view contact.talks_now with (security_invoker = true) as
  select municipality, citizen, kind, status, day from contact.conversations where known_until = date '9999-12-31';
comment on view contact.talks_now is 'Conversations as they are believed now.';
comment on column contact.talks_now.municipality is 'The municipality whose record it is, four digits.';
comment on column contact.talks_now.citizen is 'The citizen''s id.';
comment on column contact.talks_now.kind is 'The kind of conversation.';
comment on column contact.talks_now.status is 'What happened.';
comment on column contact.talks_now.day is 'The day it happened.';
grant select on contact.talks_now to springbraet_app;

create view contact.changes with (security_invoker = true) as
  select municipality, citizen, changed_by from contact.conversations;
comment on view contact.changes is 'About whom something was written, and by which transaction; ended beliefs too.';
comment on column contact.changes.municipality is 'The municipality whose record it is, four digits.';
comment on column contact.changes.citizen is 'The citizen''s id.';
comment on column contact.changes.changed_by is 'The transaction that last wrote a row about the citizen or ended a belief.';
grant select on contact.changes to springbraet_app;

create view offers.offers_now with (security_invoker = true) as
  select municipality, citizen, kind, from_day, until_day from offers.offers where known_until = date '9999-12-31';
comment on view offers.offers_now is 'Offers as they are believed now.';
comment on column offers.offers_now.municipality is 'The municipality whose record it is, four digits.';
comment on column offers.offers_now.citizen is 'The citizen''s id.';
comment on column offers.offers_now.kind is 'The kind of offer.';
comment on column offers.offers_now.from_day is 'First day it held.';
comment on column offers.offers_now.until_day is 'First day it no longer held; 9999-12-31 while it runs.';
grant select on offers.offers_now to springbraet_app;

create view offers.changes with (security_invoker = true) as
  select municipality, citizen, changed_by from offers.offers;
comment on view offers.changes is 'About whom something was written, and by which transaction; ended beliefs too.';
comment on column offers.changes.municipality is 'The municipality whose record it is, four digits.';
comment on column offers.changes.citizen is 'The citizen''s id.';
comment on column offers.changes.changed_by is 'The transaction that last wrote a row about the citizen or ended a belief.';
grant select on offers.changes to springbraet_app;
