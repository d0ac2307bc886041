import type { PoolClient } from 'pg';

/**
 * The bare limit of taking rows in: PostgreSQL's own COPY, all rows in one go and one transaction. Nothing
 * is looked up, nothing is locked, nobody is answered.
 */
export function copied(client: PoolClient, into: string, text: string): Promise<void> {
  return new Promise((done, fail) => {
    const copy = {
      submit: (connection: Connection) => connection.query(`copy ${into} from stdin`),
      handleCopyInResponse(connection: Connection) {
        connection.sendCopyFromChunk(Buffer.from(text));
        connection.endCopyFrom();
      },
      handleCommandComplete() {},
      handleReadyForQuery: () => done(),
      handleError: (error: Error) => fail(error),
    };
    client.query(copy as never);
  });
}

interface Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Columns as COPY reads them. */
export const copyLine = (columns: readonly (string | number)[]) =>
  `${columns.map((column) => String(column).replace(/\\/g, '\\\\')).join('\t')}\n`;
