import { type Kysely, type Migration, sql } from 'kysely';

/**
 * The schema, step by step. A step that was released is never changed again: a change is a new one. Every
 * statement is plain PostgreSQL 14, and none needs more than the right to create in its own schema.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-a-facts': steps(
    `create table roster (branch text not null, epoch int not null, name text not null,
      key text not null, code text not null, at double precision not null, after jsonb,
      primary key (branch, epoch))`,
    'create table ends (branch text primary key, at double precision not null)',
    `create table codes (digest text primary key, branch text not null, name text not null,
      epoch int not null, until double precision not null)`,
    'create table keys (name text primary key, id text not null, pem text not null)',
    `create table refused (branch text not null, digest text not null, epoch int not null,
      at double precision not null, code text not null, details jsonb not null, head jsonb,
      seq bigint not null, hash text not null, line text, primary key (branch, digest))`,
    `create table entries (branch text not null, month text not null, epoch int not null,
      seq bigint not null, date text not null, line text not null,
      primary key (branch, month, epoch, seq)) partition by list (month)`,
    `create table heads (branch text not null, month text not null, epoch int not null,
      seq bigint not null, hash text not null, at double precision not null, key text not null,
      sig text not null, received double precision not null,
      primary key (branch, month, epoch, seq)) partition by list (month)`,
    `create table closings (branch text not null, month text not null, epoch int not null,
      seq bigint not null, hash text not null, at double precision not null, date text not null,
      line text not null, primary key (branch, month, epoch, seq)) partition by list (month)`,
    `create table city (branch text not null, seq bigint not null, line text not null,
      primary key (branch, seq))`,
  ),
  '2026-11-b-caches': steps(
    `create table stands (branch text not null, epoch int not null, seq bigint not null default 0,
      hash text not null default repeat('0', 64), at double precision not null default 0,
      date text not null default '', closed bigint not null default 0, seen_at double precision,
      received_at double precision, clock double precision not null default 0, primary key (branch, epoch))`,
    `create table days (branch text not null, month text not null, epoch int not null,
      date text not null, seq bigint not null, ruled text not null,
      wait_n int not null, wait_ms bigint not null,
      premium_wait_n int not null, premium_wait_ms bigint not null,
      ordinary_wait_n int not null, ordinary_wait_ms bigint not null,
      done int not null, invited int not null, very_satisfied int not null, satisfied int not null,
      fair int not null, dissatisfied int not null, premium_very_satisfied int not null,
      premium_satisfied int not null, premium_fair int not null, premium_dissatisfied int not null,
      inspections jsonb, corrects jsonb, row jsonb not null,
      primary key (branch, month, date, epoch)) partition by list (month)`,
    `create index days_speaking on days (branch, date)
      where inspections is not null or corrects is not null`,
    `create table rules (branch text not null, version text not null, body jsonb not null,
      primary key (branch, version))`,
    `create table folds (branch text not null, epoch int not null, seq bigint not null,
      hash text not null, broken bigint, mark text, primary key (branch, epoch))`,
    `create table differences (branch text not null, month text not null, epoch int not null,
      seq bigint not null, date text not null,
      primary key (branch, month, epoch, seq)) partition by list (month)`,
  ),
  '2026-11-c-months': steps(
    ...['entries', 'heads', 'closings', 'days', 'differences'].map(
      (table) => `create table ${table}_other partition of ${table} default`,
    ),
    makeMonth(),
    'revoke all on function make_month(text) from public',
  ),
  // Few rows, and none of a branch: on a distributed database each node has a copy.
  '2026-11-d-people': steps(
    'create table people (person text primary key, name text, password text)',
    `create table sessions (digest text primary key, person text not null,
      until double precision not null)`,
    'create table passes (digest text primary key, person text, until double precision not null)',
    // What a message between servers is too long for; its form is the Socket.IO adapter's.
    `create table socket_io_attachments (id bigint generated always as identity unique,
      created_at timestamptz default now(), payload bytea)`,
  ),
  // Counted where all servers see it: asking another one gives nobody a further try.
  '2026-11-e-tries': steps(
    `create table tries (id bigint generated always as identity primary key, key text not null,
      at double precision not null)`,
    'create index tries_of on tries (key, at)',
    'alter table people add column home text',
  ),
};

function steps(...statements: readonly string[]): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

/**
 * A month's partitions, made by whoever may only insert: it runs with its owner's rights, and can do
 * nothing else. Months far from now, and those that have rows there already, stay in
 * the partition of all others. Attached, not created in place:
 * that would lock out every branch meanwhile.
 */
function makeMonth(): string {
  return `create function make_month(wanted text) returns void language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare
      parent text;
      part text;
    begin
      if wanted !~ '^20\\d\\d-(0[1-9]|1[0-2])$'
        or wanted > to_char(now() + interval '2 months', 'YYYY-MM')
        or wanted < to_char(now() - interval '5 years', 'YYYY-MM') then return; end if;
      perform pg_advisory_xact_lock(7316420);
      foreach parent in array array['entries', 'heads', 'closings', 'days', 'differences'] loop
        part := parent || '_' || replace(wanted, '-', '_');
        if to_regclass(quote_ident(part)) is not null then continue; end if;
        begin
          execute format('create table %I (like %I including all)', part, parent);
          execute format('alter table %I attach partition %I for values in (%L)',
            parent, part, wanted);
        exception when check_violation then null;
        end;
      end loop;
    end $$`;
}
