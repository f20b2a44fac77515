-- The application works as springbraet_app, for whom every table is fenced by municipality.
do $$
begin
  create role springbraet_app nologin nosuperuser nobypassrls;
exception
  when duplicate_object or unique_violation then null;
end
$$;

-- From PostgreSQL 16 on, who creates a role may not yet act as it. Without the right to grant, a database administrator has.
do $$
begin
  execute format('grant springbraet_app to %I', current_user);
exception
  when insufficient_privilege then null;
end
$$;

do $$
begin
  execute format('grant temporary on database %I to springbraet_app', current_database());
end
$$;

create schema platform;
comment on schema platform is 'What carries the product itself: the tenant of a transaction, sessions.';
grant usage on schema platform to springbraet_app;

create function platform.municipality() returns text
language sql stable parallel safe
as $$ select nullif(current_setting('app.municipality', true), '') $$;
comment on function platform.municipality() is 'The municipality this transaction works for; null sees nothing.';
