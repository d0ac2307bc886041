import { join } from 'node:path';
import { Low } from 'lowdb';
import { AppendOnly } from './appendOnly.ts';
import { type Beginning, Chain } from './chain.ts';
import { type Damage, Unsound } from './damage.ts';
import type { Disk } from './disk.ts';
import type { Entry, Head, seal } from './entry.ts';
import { damageIn, fileName, ledgerFolder } from './files.ts';
import type { LineForm, Lines } from './lines.ts';
import type { Torn } from './torn.ts';

export type Sealed = ReturnType<typeof seal>;

/** The entries of one business day in memory, and the file that they are appended to. */
export class Day {
  readonly date: string;
  readonly #adapter: AppendOnly<Entry>;
  readonly #low: Low<Entry[]>;
  readonly #chain: Chain;
  /** Lines of the entries being written, so that none is put into canonical form twice. */
  readonly #lines = new Map<Entry, string>();

  constructor(disk: Disk, folder: string, date: string, start: Head | null, begin: Beginning) {
    this.date = date;
    this.#chain = new Chain(start, begin);
    const place = { disk, folder: ledgerFolder(folder), name: fileName(date) };
    this.#adapter = new AppendOnly({ ...place, torn: join(folder, 'torn') }, this.#form());
    this.#low = new Low<Entry[]>(this.#adapter, []);
  }

  get entries(): readonly Entry[] {
    return this.#low.data;
  }

  get torn(): Torn | null {
    return this.#adapter.torn;
  }

  get damage(): Damage | undefined {
    return this.#adapter.bad ? damageOf(this.date, this.#chain, this.#adapter.bad) : undefined;
  }

  /** Reads the file, cuts off a torn tail, and makes the day ready to be appended to. */
  read(): Promise<void> {
    return this.#low.read();
  }

  /** One write and one flush for all. When it rejects, memory is as it was before. */
  async append(group: readonly Sealed[]): Promise<void> {
    const before = this.#low.data.length;
    for (const { entry, line } of group) {
      this.#low.data.push(entry);
      this.#lines.set(entry, line);
    }
    try {
      await this.#low.write();
    } catch (error) {
      this.#low.data.length = before;
      throw error;
    } finally {
      this.#lines.clear();
    }
  }

  close(): Promise<void> {
    return this.#adapter.close();
  }

  #form(): LineForm<Entry> {
    return {
      print: (entry) => this.#lines.get(entry) ?? '',
      parse: (line, number) => this.#chain.parse(line, number),
      provesFlushed: (line) => this.#chain.provesFlushed(line),
      lastGroup: (rows) => groupLength(rows.at(-1)),
    };
  }
}

const groupLength = (last: Entry | undefined) => (last ? last.seq - last.group + 1 : 0);

/** @throws the cause itself where it is no flaw of the line but of the program */
export function damageOf(
  date: string,
  chain: Chain,
  { number, cause }: NonNullable<Lines<Entry>['bad']>,
): Damage {
  if (!(cause instanceof Unsound)) throw cause;
  return damageIn(date, number, chain.head && chain.due(), cause.flaw);
}
