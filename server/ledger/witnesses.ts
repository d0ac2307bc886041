import { join } from 'node:path';
import { type Damage, type Flaw, Unsound } from './damage.ts';
import type { Disk } from './disk.ts';
import type { Entry } from './entry.ts';
import { PUBLIC, PublicKey, type SignedHead } from './key.ts';
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

export const CLOSINGS = 'closings.jsonl';
export const HEADS = 'heads.jsonl';
export const CHECKPOINT = 'checkpoint.json';

/** Says what is wrong with a row's signature, if it cares. */
type Seen = (row: Partial<SignedHead>) => Flaw | undefined;
const anyhow: Seen = () => undefined;

/** A row begins with its head. A start reads no more: the rest is a hundred times as long, and the verification's. */
const BEGINS = /^\{(?:"date":"[\d-]+",)?"seq":([1-9]\d*),"hash":"([0-9a-f]{64})",/;
const BEGINNING = 160;

/** The heads named by each day's closing; a torn last line is passed over. */
export const readClosings = (disk: Disk, folder: string) => readRows(disk, folder, CLOSINGS, null);

/** The heads named by closings, and those that were signed between them. */
export async function readHeads(disk: Disk, folder: string): Promise<readonly Witness[]> {
  const closings = await readRows(disk, folder, CLOSINGS, null);
  return [...closings.heads, ...(await readRows(disk, folder, HEADS, null)).heads];
}

/** Whatever names a head beside the ledger; in a folder with a key, every row must be signed by it. */
export async function readWitnesses(disk: Disk, folder: string): Promise<Witnesses> {
  const { damage, seen } = await readKey(disk, folder);
  const closings = await readRows(disk, folder, CLOSINGS, seen);
  const between = await readRows(disk, folder, HEADS, seen);
  const checkpoint = await readCheckpoint(disk, folder);
  const first = damage ?? closings.damage ?? between.damage ?? checkpoint.damage;
  const heads = [...closings.heads, ...between.heads, ...checkpoint.heads];
  return { heads, ...(first && { damage: first }) };
}

async function readKey(disk: Disk, folder: string): Promise<{ seen: Seen; damage?: Damage }> {
  const pem = await disk.read(join(folder, PUBLIC));
  if (!pem) return { seen: ({ sig }) => (sig === undefined ? undefined : 'foreign') };
  try {
    const key = new PublicKey(pem);
    return { seen: (row) => flawOf(row, key) };
  } catch {
    return { seen: anyhow, damage: { file: PUBLIC, line: 0, what: 'unreadable' } };
  }
}

function flawOf({ seq, hash, at, key, sig }: Partial<SignedHead>, own: PublicKey) {
  if (typeof sig !== 'string' || typeof key !== 'string') return 'unsigned';
  if (key !== own.id) return 'foreign';
  const head = { seq: Number(seq), hash: String(hash), at: Number(at), key, sig };
  return own.signed(head) ? undefined : 'forged';
}

/** @param seen null: only heads are asked for */
async function readRows(
  disk: Disk,
  folder: string,
  file: string,
  seen: Seen | null,
): Promise<Witnesses> {
  const bytes = (await disk.read(join(folder, file))) ?? Buffer.alloc(0);
  const parse = (line: Buffer, number: number) => witnessOf(line, { file, line: number }, seen);
  const { rows, bad } = readLines(bytes, { parse });
  if (!bad) return { heads: rows };
  const what = bad.cause instanceof Unsound ? bad.cause.flaw : 'unreadable';
  return { heads: rows, damage: { file, line: bad.number, what } };
}

/** The head a checkpoint stands on. A checkpoint is made anew when unreadable, yet a change all the same. */
async function readCheckpoint(disk: Disk, folder: string): Promise<Witnesses> {
  const bytes = await disk.read(join(folder, CHECKPOINT));
  if (!bytes) return { heads: [] };
  try {
    return { heads: [witnessOf(bytes, { file: CHECKPOINT, line: 0 }, anyhow)] };
  } catch {
    return { heads: [], damage: { file: CHECKPOINT, line: 0, what: 'unreadable' } };
  }
}

function witnessOf(
  text: Buffer,
  place: { file: string; line: number },
  seen: Seen | null,
): Witness {
  const [, begins, its] = (!seen && BEGINS.exec(text.toString('latin1', 0, BEGINNING))) || [];
  if (begins && its) return { seq: Number(begins), hash: its, ...place };
  const row = JSON.parse(text.toString()) as Partial<SignedHead>;
  const { seq, hash } = row;
  if (!Number.isInteger(seq) || typeof hash !== 'string') throw new Unsound('unreadable');
  const flaw = seen?.(row);
  if (flaw) throw new Unsound(flaw);
  return { seq: Number(seq), hash, ...place };
}

/** Whoever listens while the entries go by, in order, and has something to say at the end. */
export interface Listener {
  hear(entry: Entry): void;
  /** The first damage found. */
  verdict(): Damage | undefined | Promise<Damage | undefined>;
}

/** Holds what the witnesses say against the entries. */
export class Hearing implements Listener {
  readonly #heads: readonly Witness[];
  #next = 0;
  #damage: Damage | undefined;

  constructor(heads: readonly Witness[]) {
    this.#heads = heads.toSorted((a, b) => a.seq - b.seq);
  }

  hear({ seq, hash }: Entry): void {
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
