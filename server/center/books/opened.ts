import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { FilesReceived } from '../files/received.ts';
import type { Kept } from '../kept.ts';
import { memberOf } from '../roster.ts';
import { nowhere } from '../shelf.ts';
import type { Store } from '../store/database.ts';
import { SqlReceived } from '../store/received.ts';
import type { Place } from '../stretch.ts';
import { agreed } from './agreeing.ts';
import { type Alarm, alarmsIn } from './alarms.ts';
import { Bookkeeper } from './bookkeeper.ts';
import type { Books } from './books.ts';
import { FilesBooks } from './filesBooks.ts';
import { TablesBooks } from './tablesBooks.ts';
import { Tending } from './tending.ts';

/**
 * What a center's tables are: the record itself, or a cache of its files, which may be opening for some
 * seconds while branches are collected.
 */
export type Tables =
  | { readonly isRecord: true; readonly store: Store }
  | { readonly isRecord: false; readonly store: Promise<Store> };

export interface BooksParts extends Place {
  readonly kept: Kept;
  /** Left out, books are folded from the files each time a center starts. */
  readonly tables?: Tables | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

export interface OpenBooks {
  readonly books: Books;
  /** To be told of each branch that something may have come of. */
  readonly heard: (branch: string) => void;
  readonly alarms: () => Promise<ReadonlyMap<string, Alarm>>;
  readonly stop: () => Promise<void>;
}

export function openBooks({ tables, ...parts }: BooksParts): OpenBooks {
  if (!tables) {
    const books = inMemory(parts);
    return { books, heard: () => {}, alarms: async () => new Map(), stop: async () => {} };
  }
  const { log } = parts;
  const opening = opened(parts, tables);
  let tending: Tending | null = null;
  let store: Store | null = tables.isRecord ? tables.store : null;
  opening.then(
    (found) => {
      store = found.store;
      tending = found.tending;
      tending.start();
    },
    (error) => log('center.trouble', { what: `books: ${error}` }),
  );
  const books = opening.then((found) => found.books);
  books.catch(() => {});
  return {
    books: later(books),
    heard: (branch) => tending?.heard(branch),
    // A center that is starting waits for no cache: what is alarming is said once it is open.
    alarms: async () => (store ? alarmsIn(store) : new Map()),
    async stop() {
      if (store) await opening.catch(() => {});
      await tending?.stop();
    },
  };
}

async function opened({ kept, clock, log, disk, folder }: BooksParts, tables: Tables) {
  const store = await tables.store;
  const { isRecord } = tables;
  if (!isRecord) for (const branch of await agreed(store, kept)) log('center.unmade', { branch });
  const received = isRecord ? new SqlReceived(store) : new FilesReceived({ disk, folder });
  const bookkeeper = new Bookkeeper({ store, received, log, ...kept });
  const books = new TablesBooks({ store, bookkeeper, received, ...kept });
  return { store, books, tending: new Tending({ bookkeeper, clock, log }) };
}

/** Whoever asks waits until they are open. */
const later = (opening: Promise<Books>): Books => ({
  rows: async (branch, span) => (await opening).rows(branch, span),
  month: async (month) => (await opening).month(month),
  contenders: async (month) => (await opening).contenders(month),
  lobby: async (branch) => (await opening).lobby(branch),
  entries: async (branch, date) => (await opening).entries(branch, date),
});

function inMemory({ disk, folder, kept: { roster, shelves } }: Omit<BooksParts, 'tables'>): Books {
  return new FilesBooks({
    ...{ disk, folder, enrolled: () => roster.all() },
    headOf: async (row) => ((await shelves.standsOf([memberOf(row)]))[0] ?? nowhere).head,
  });
}
