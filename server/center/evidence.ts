import { join } from 'node:path';
import type { CenterDetails, CenterRefusal } from '../../shared/center.ts';
import type { SignedHead } from '../ledger/key.ts';
import { LastOf } from './rows.ts';
import type { Place } from './stretch.ts';
import { Turns } from './turns.ts';

export const REFUSED = 'refused.jsonl';

/** What an enrolled branch sent that cannot be, kept for whoever looks into it. */
export interface Refused {
  /** The center's time, ms. */
  readonly at: number;
  readonly branch: string;
  readonly epoch: number;
  readonly code: CenterRefusal;
  readonly details: CenterDetails;
  /** The head it came with, under the branch's own signature: it cannot be denied. */
  readonly head: SignedHead | null;
  /** What the center holds at that time. */
  readonly witnessed: { readonly seq: number; readonly hash: string };
  /** The first line that does not fit, cut after some thousand letters. */
  readonly line: string | null;
}

const LONGEST = 8000;
/** Rows kept of one branch between two starts: whoever holds a key must not fill the disk with it. */
const MANY = 200;

/** Refusals that say something of a ledger. The others are of the moment, and only logged. */
export const TELLING: readonly CenterRefusal[] = [
  ...(['center.altered', 'center.fork', 'center.forged', 'center.gap'] as const),
  ...(['center.rollback', 'center.unlinked', 'center.wrongEpoch'] as const),
];

/** Only grows, and each row is flushed. The same again is not written twice. */
export class Evidence {
  /** The last refusal of each branch. */
  readonly last = new Map<string, Omit<Refused, 'line'>>();
  readonly #rows: LastOf<Refused>;
  readonly #turns = new Turns();
  readonly #known = new Set<string>();
  readonly #count = new Map<string, number>();

  constructor({ disk, folder }: Place) {
    const at = { disk, folder, name: REFUSED, torn: join(folder, 'torn') };
    this.#rows = new LastOf(at, (line) => this.#learn(JSON.parse(line.toString())));
  }

  read(): Promise<void> {
    return this.#rows.read();
  }

  keep(row: Refused): Promise<void> {
    return this.#turns.take(async () => {
      const isKnown = this.#known.has(keyOf(row));
      const count = this.#count.get(row.branch) ?? 0;
      this.#learn(row);
      if (isKnown || count >= MANY) return;
      this.#count.set(row.branch, count + 1);
      await this.#rows.add({ ...row, line: row.line?.slice(0, LONGEST) ?? null });
    });
  }

  close(): Promise<void> {
    return this.#turns.take(() => this.#rows.close());
  }

  #learn(row: Refused): Refused {
    const { line: _, ...told } = row;
    this.#known.add(keyOf(row));
    this.last.set(row.branch, told);
    return row;
  }
}

/** A clone that goes on is refused with each head it makes: one row tells of it. */
const keyOf = ({ branch, epoch, code, witnessed, line }: Refused) =>
  JSON.stringify([branch, epoch, code, witnessed.hash, line?.slice(0, LONGEST).slice(-80) ?? null]);
