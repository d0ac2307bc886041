import { type Kysely, sql } from 'kysely';
import { Plain } from '../../plainly.ts';
import { openPostgres } from './database.ts';
import { granted, migrated } from './migrating.ts';
import type { Schema } from './schema.ts';

/**
 * Prepares a database: the owner makes the tables, and lets the other role in, which is made where there
 * is none.
 *
 * @param url the role that servers work under, with its password
 * @throws Plain when both are one
 */
export async function prepared(ownerUrl: string, url: string): Promise<string> {
  const [owner, role] = [new URL(ownerUrl), new URL(url)];
  const name = decodeURIComponent(role.username);
  if (name === '' || name === decodeURIComponent(owner.username))
    throw new Plain(
      'DATABASE_URL and DATABASE_OWNER_URL must name two roles: the one that works must not own the tables.',
    );
  const store = openPostgres(ownerUrl, () => {}, 1);
  try {
    await migrated(store.db);
    await roleMade(store.db, name, decodeURIComponent(role.password));
    await granted(store.db, name);
  } finally {
    await store.close();
  }
  return name;
}

async function roleMade(db: Kysely<Schema>, name: string, password: string): Promise<void> {
  const found = await sql`select 1 from pg_roles where rolname = ${name}`.execute(db);
  if (found.rows.length > 0) return;
  const secret = password === '' ? sql`` : sql` password ${sql.lit(password)}`;
  await sql`create role ${sql.id(name)} login${secret}`.execute(db);
}
