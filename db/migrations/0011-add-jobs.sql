-- Jobs are kept by pg-boss in the schema "pgboss", which the owner makes at the program's start and the application cannot reach.
-- These functions are its only way there. Each sees the transaction's municipality only, so the fence holds for jobs too.

create function platform.enqueue_job(job_name text, job_key text, job_data jsonb, slot_seconds integer) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  here text := platform.municipality();
  whole_key text := here || ' ' || job_key;
  slot timestamp := case when slot_seconds is not null
    then 'epoch'::timestamp + '1 second'::interval * (slot_seconds * floor(date_part('epoch', now()) / slot_seconds)) end;
  made uuid;
begin
  if here is null then
    raise exception 'a job needs a municipality' using errcode = 'insufficient_privilege';
  end if;
  if job_key is not null then
    perform pg_advisory_xact_lock(hashtext('springbraet job ' || job_name), hashtext(whole_key));
    select id into made from pgboss.job where name = job_name and singleton_key = whole_key and state < 'completed' limit 1;
    if made is not null then
      return made;
    end if;
  end if;
  insert into pgboss.job (name, data, singleton_key, singleton_on, expire_in, keep_until, retry_limit, retry_delay, retry_backoff, policy)
    select q.name, job_data || jsonb_build_object('municipality', here), whole_key, slot, q.expire_seconds * interval '1 second',
      now() + q.retention_minutes * interval '1 minute', q.retry_limit, q.retry_delay, q.retry_backoff, q.policy
    from pgboss.queue q where q.name = job_name
    on conflict do nothing
    returning id into made;
  if made is null and slot is null then
    raise exception 'nobody works on jobs called %', job_name using errcode = 'undefined_object';
  end if;
  return made;
end
$$;
comment on function platform.enqueue_job(text, text, jsonb, integer) is
  'Puts a job of this municipality in line, with the transaction. While one with the same key waits or runs, gives that one. With a slot, one per slot: null when there was one.';
revoke all on function platform.enqueue_job(text, text, jsonb, integer) from public;
grant execute on function platform.enqueue_job(text, text, jsonb, integer) to springbraet_app;

create function platform.jobs() returns table (
  id uuid, name text, state text, data jsonb, output jsonb, attempts integer, created timestamptz, started timestamptz, ended timestamptz
)
language plpgsql stable security definer set search_path = ''
as $$
begin
  return query select j.id, j.name, j.state::text, j.data, j.output, j.retry_count + 1, j.created_on, j.started_on, j.completed_on
    from (
      select b.id, b.name, b.state, b.data, b.output, b.retry_count, b.created_on, b.started_on, b.completed_on from pgboss.job b
      union all
      select a.id, a.name, a.state, a.data, a.output, a.retry_count, a.created_on, a.started_on, a.completed_on from pgboss.archive a
    ) j where j.data ->> 'municipality' = platform.municipality();
end
$$;
comment on function platform.jobs() is 'The jobs of this municipality: waiting, running, done, failed, cancelled.';
revoke all on function platform.jobs() from public;
grant execute on function platform.jobs() to springbraet_app;

create function platform.cancel_job(job_id uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update pgboss.job set state = 'cancelled', completed_on = now()
    where id = job_id and state < 'completed' and data ->> 'municipality' = platform.municipality();
  return found;
end
$$;
comment on function platform.cancel_job(uuid) is 'Cancels a job of this municipality that waits or runs; false when there is none.';
revoke all on function platform.cancel_job(uuid) from public;
grant execute on function platform.cancel_job(uuid) to springbraet_app;
