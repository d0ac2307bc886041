import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { Turns } from '../turns.ts';

/** Kysely over the PostgreSQL within this program. */
export const pgliteDialect = (lite: PGlite): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new OneConnection(lite),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

/** It has one connection: whoever holds it, be it for a transaction, holds it alone. */
class OneConnection implements Driver {
  readonly #lite: PGlite;
  readonly #turns = new Turns();
  #release = () => {};

  constructor(lite: PGlite) {
    this.#lite = lite;
  }

  async init(): Promise<void> {
    await this.#lite.waitReady;
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return new Promise((given) => {
      void this.#turns.take(
        () =>
          new Promise<void>((release) => {
            this.#release = release;
            given(connectionTo(this.#lite));
          }),
      );
    });
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#lite.close();
  }
}

const connectionTo = (lite: PGlite): DatabaseConnection => ({
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await lite.query<R>(sql, [...parameters]);
    return { rows, numAffectedRows: BigInt(affectedRows ?? 0) };
  },
  streamQuery(): never {
    throw new Error('the embedded database answers whole');
  },
});
