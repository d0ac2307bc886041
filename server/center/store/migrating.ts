import { type Kysely, Migrator, sql } from 'kysely';
import { Plain } from '../../plainly.ts';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';

/**
 * Brings the schema up to this program's.
 *
 * @throws Plain when a newer program was here; whatever the database says against it
 */
export async function migrated(db: Kysely<Schema>): Promise<void> {
  await refuseNewer(db);
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}

async function refuseNewer(db: Kysely<Schema>): Promise<void> {
  const strange = (await stepsIn(db)).find((name) => !Object.hasOwn(migrations, name));
  if (strange)
    throw new Plain(
      `A newer version of this program prepared the database (step ${strange}): upgrade this one first.`,
    );
}

/** Steps taken so far; none in a new database. */
async function stepsIn(db: Kysely<Schema>): Promise<string[]> {
  const found = sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null there`;
  if (!(await found.execute(db)).rows[0]?.there) return [];
  const names = sql<{ name: string }>`select name from kysely_migration order by name`;
  return (await names.execute(db)).rows.map(({ name }) => name);
}

/** Tables that hold facts: whoever works with them may add, and nothing else. */
export const FACTS = [
  ...(['roster', 'ends', 'keys', 'refused'] as const),
  ...(['entries', 'heads', 'closings', 'city'] as const),
];
const CACHES = ['stands', 'codes', 'days', 'rules', 'folds', 'differences'] as const;
/** No facts: what can be erased, what runs out, and what servers tell one another. */
const PASSING = ['people', 'sessions', 'passes', 'tries', 'socket_io_attachments'] as const;

/** What the role that servers work under may do. */
export async function granted(db: Kysely<Schema>, role: string): Promise<void> {
  const to = sql.id(role);
  const grant = (rights: string, tables: readonly string[]) =>
    sql`grant ${sql.raw(rights)} on ${sql.join(tables.map((name) => sql.table(name)))} to ${to}`;
  await sql`grant usage on schema public to ${to}`.execute(db);
  await grant('select, insert', FACTS).execute(db);
  await grant('select, insert, update, delete', [...CACHES, ...PASSING]).execute(db);
  await grant('select', ['kysely_migration']).execute(db);
  await sql`grant execute on function make_month(text) to ${to}`.execute(db);
}

/** PostgreSQL 14, as it numbers itself. */
const OLDEST = 140_000;

/**
 * Whether a server may work here, under this role.
 *
 * @throws Plain saying what to do first
 */
export async function refuseUnready(db: Kysely<Schema>): Promise<void> {
  const taken = await stepsIn(db);
  const due = Object.keys(migrations).filter((name) => !taken.includes(name));
  await refuseNewer(db);
  if (due.length > 0)
    throw new Plain(
      'The database is not prepared for this version: run npm run center -- migrate once, with DATABASE_OWNER_URL beside DATABASE_URL.',
    );
  const { rows } = await sql<{ encoding: string; version: number; name: string; may: boolean }>`
    select current_setting('server_encoding') encoding,
      current_setting('server_version_num')::int version, current_user name,
      (${sql.join(
        FACTS.map((t) => sql`has_table_privilege(${t}, 'update, delete, truncate')`),
        sql` or `,
      )}) may`.execute(db);
  const [role] = rows;
  if (Number(role?.version) < OLDEST)
    throw new Plain(`PostgreSQL 14 or newer is needed: this one is ${role?.version}.`);
  if (role?.encoding !== 'UTF8')
    throw new Plain(`The database keeps ${role?.encoding}: make one with encoding UTF8.`);
  if (role.may)
    throw new Plain(
      `${role.name} could change facts: give DATABASE_URL another role, and run npm run center -- migrate with DATABASE_OWNER_URL.`,
    );
}
