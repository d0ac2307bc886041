import { join } from 'node:path';
import { type Damage, type Flaw, Unsound } from './damage.ts';
import type { Disk } from './disk.ts';
import type { Head } from './entry.ts';
import { readLines } from './lines.ts';

/** Another file's word for what stood in the ledger at `seq`. */
export interface Witness {
  readonly seq: number;
  readonly hash: string;
  readonly file: string;
  /** 0 for a file that is one document. */
  readonly line: number;
}

export interface Witnesses {
  readonly heads: readonly Witness[];
  readonly damage?: Damage;
}

const CLOSINGS = 'closings.jsonl';
const CHECKPOINT = 'checkpoint.json';

/** The heads named by each day's closing; a torn last line is passed over. */
export async function readClosings(disk: Disk, folder: string): Promise<Witnesses> {
  const bytes = (await disk.read(join(folder, CLOSINGS))) ?? Buffer.alloc(0);
  const parse = (line: Buffer, number: number) => witnessOf(line, CLOSINGS, number);
  const { rows, bad } = readLines(bytes, { parse });
  if (!bad) return { heads: rows };
  return { heads: rows, damage: { file: CLOSINGS, line: bad.number, what: 'unreadable' } };
}

/** The head a checkpoint stands on. A checkpoint is made anew when unreadable, yet a change all the same. */
export async function readCheckpoint(disk: Disk, folder: string): Promise<Witnesses> {
  const bytes = await disk.read(join(folder, CHECKPOINT));
  if (!bytes) return { heads: [] };
  try {
    return { heads: [witnessOf(bytes, CHECKPOINT, 0)] };
  } catch {
    return { heads: [], damage: { file: CHECKPOINT, line: 0, what: 'unreadable' } };
  }
}

function witnessOf(text: Buffer, file: string, line: number): Witness {
  const { seq, hash } = JSON.parse(text.toString()) as Partial<Head>;
  if (!Number.isInteger(seq) || typeof hash !== 'string') throw new Unsound('unreadable');
  return { seq: Number(seq), hash, file, line };
}

/** Holds what the witnesses say against the entries as they go by, in order. */
export class Hearing {
  readonly #heads: readonly Witness[];
  #next = 0;
  #damage: Damage | undefined;

  constructor(heads: readonly Witness[]) {
    this.#heads = heads.toSorted((a, b) => a.seq - b.seq);
  }

  hear({ seq, hash }: Head): void {
    for (
      let said = this.#heads[this.#next];
      said && said.seq <= seq;
      said = this.#heads[this.#next]
    ) {
      if (said.seq === seq && said.hash !== hash) this.#note(said, 'disputed');
      this.#next++;
    }
  }

  /** What was found, once all entries went by: a witness beyond the last one is damage too. */
  verdict(): Damage | undefined {
    const beyond = this.#heads[this.#next];
    if (beyond) this.#note(beyond, 'lost');
    return this.#damage;
  }

  #note({ file, line, seq }: Witness, what: Flaw): void {
    this.#damage ??= { file, line, seq, what };
  }
}
