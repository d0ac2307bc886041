import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { migrated } from './migrating.ts';
import { pgliteDialect } from './pglite.ts';
import type { Schema } from './schema.ts';

/** The center's tables, wherever they lie. */
export interface Store {
  readonly db: Kysely<Schema>;
  /** Connections for whoever else needs some; null with the embedded database, which has one. */
  readonly pool: pg.Pool | null;
  /** Makes sure of a month's partitions. Never within a transaction: it would wait for itself. */
  monthsReady(months: Iterable<string>): Promise<void>;
  close(): Promise<void>;
}

const storeOf = (db: Kysely<Schema>, pool: pg.Pool | null): Store => {
  const ready = new Set<string>();
  return {
    ...{ db, pool },
    async monthsReady(months) {
      for (const month of months) {
        if (ready.has(month)) continue;
        await sql`select make_month(${month})`.execute(db);
        ready.add(month);
      }
    },
    close: () => db.destroy(),
  };
};

/** Seconds: a database that does not answer must not hold a branch's request for ever. */
const PATIENCE = { connect: 5, lock: 10, statement: 60, idle: 60 };

/**
 * A pool of connections to a real PostgreSQL. Nothing is asked of it yet. What is acknowledged was
 * committed with its log flushed, whatever the server's own default is.
 *
 * @param trouble told of connections that break while nobody uses them
 */
export function openPostgres(url: string, trouble: (what: string) => void, most = 10): Store {
  const pool = new pg.Pool({
    ...{ connectionString: url, max: most, application_name: 'tingtang-center' },
    connectionTimeoutMillis: PATIENCE.connect * 1000,
    statement_timeout: PATIENCE.statement * 1000,
    lock_timeout: PATIENCE.lock * 1000,
    idle_in_transaction_session_timeout: PATIENCE.idle * 1000,
    options: '-c synchronous_commit=on -c search_path=public -c jit=off',
    types: { getTypeParser: numbersOr(pg.types.getTypeParser) },
  });
  pool.on('error', (error) => trouble(String(error)));
  // One that breaks within a transaction fails its next statement; nobody else listens to it meanwhile.
  pool.on('connect', (client) => void client.on('error', (error) => trouble(String(error))));
  return storeOf(new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), pool);
}

const INT8 = 20;

/** Sequence numbers and sums of milliseconds are far below 2^53. */
const numbersOr = (others: typeof pg.types.getTypeParser): typeof pg.types.getTypeParser =>
  ((oid: number, format: 'text') =>
    oid === INT8 && format !== ('binary' as string)
      ? Number
      : others(oid, format)) as typeof pg.types.getTypeParser;

/**
 * The embedded PostgreSQL, made where there is none yet, with its tables.
 *
 * @param at its folder, or one that runs already
 */
export async function openEmbedded(at: string | PGlite): Promise<Store> {
  const { PGlite } = await import('@electric-sql/pglite');
  const lite = typeof at === 'string' ? await PGlite.create({ dataDir: at }) : at;
  const store = storeOf(new Kysely<Schema>({ dialect: pgliteDialect(lite) }), null);
  await migrated(store.db);
  return store;
}
