import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import type { Fact } from '../../shared/lobby.ts';
import { canonical } from './canonical.ts';
import { Unsound } from './damage.ts';

/** The newest form of a line that this program reads, and the one it writes. */
export const FORMAT = 1;

/** What a command leaves behind: the facts it brought about, and who pressed what, when. */
export interface Draft {
  /** Hub time, ms since the epoch. */
  readonly at: number;
  /** The command's id, a UUIDv7. */
  readonly id: string;
  /** SHA-256 of the command's canonical form, in hex. */
  readonly body: string;
  readonly device: string | null;
  readonly person: string | null;
  readonly facts: readonly Fact[];
}

/** The end of a ledger so far. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
}

/** A draft in its place in the chain: one line of the ledger. */
export interface Entry extends Draft {
  /** The seq of the first entry of its group: those written and flushed in one go. */
  readonly group: number;
  readonly v: number;
  /** From 1, without a gap, across all files. */
  readonly seq: number;
  /** The hash of the entry before, 64 zeros for the first. */
  readonly prev: string;
  readonly hash: string;
}

export const GENESIS: Head = { seq: 0, hash: '0'.repeat(64), at: 0 };

const SEAL = /^,"hash":"[0-9a-f]{64}"\}$/;
const SEAL_LENGTH = 75;
const BRACE = '}'.charCodeAt(0);

const sealOf = (digest: string) => `,"hash":"${digest}"}`;

/**
 * Puts a draft behind `prev` and seals it with its hash.
 *
 * @param group seq of the first entry written together with this one; by itself if left out
 * @throws what is no JSON (NaN, half a surrogate pair): the program is wrong, nothing is written
 */
export function seal(
  draft: Draft,
  prev: Head,
  group = prev.seq + 1,
): { entry: Entry; line: string } {
  const { at, id, body, device, person, facts } = draft;
  const [seq, v] = [prev.seq + 1, FORMAT];
  const content = { at, body, device, facts, group, id, person, prev: prev.hash, seq, v };
  const text = canonical(content);
  // Completed in place: a copy with one key more takes as long as the hash.
  const entry = content as Writable<Entry>;
  entry.hash = hash('sha256', text);
  return { entry, line: `${text.slice(0, -1)}${sealOf(entry.hash)}\n` };
}

/**
 * Reads a line, without its newline, that must follow `prev`; null takes the line's own word for
 * what came before. The bytes themselves are hashed, never a re-made form of them.
 *
 * @throws Unsound naming what is wrong with the line
 */
export function unseal(line: Buffer, prev: Head | null): Entry {
  const cut = line.length - SEAL_LENGTH;
  if (cut < 1) throw new Unsound('unreadable');
  const seal = line.toString('latin1', cut);

  // The canonical form is the line with its brace back: put there for a moment, not copied.
  const byte = line[cut] ?? 0;
  line[cut] = BRACE;
  const bytes = line.subarray(0, cut + 1);
  const actual = hash('sha256', bytes);
  const text = bytes.toString('utf8');
  const isText = isUtf8(bytes);
  line[cut] = byte;

  if (seal !== sealOf(actual)) throw new Unsound(SEAL.test(seal) ? 'altered' : 'unreadable');
  if (!isText) throw new Unsound('unreadable');
  // Completed in place: this is done a million times over when years of history are verified.
  const entry = contentOf(text) as Writable<Entry>;
  entry.hash = actual;
  if (prev && entry.seq !== prev.seq + 1) throw new Unsound('misplaced');
  if (prev && entry.prev !== prev.hash) throw new Unsound('unlinked');
  return entry;
}

type Content = Omit<Entry, 'hash'>;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

function contentOf(text: string): Content {
  const content = parsed(text);
  if (!isObject(content)) throw new Unsound('unreadable');
  if (Number(content.v) > FORMAT) throw new Unsound('newer');
  if (!isContent(content)) throw new Unsound('unreadable');
  return content;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unsound('unreadable');
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Facts are not looked into: what they mean is the lobby's to say. */
function isContent(value: object): value is Content {
  const { at, body, device, facts, group, id, person, prev, seq, v } = value as Content;
  return (
    v === FORMAT &&
    typeof at === 'number' &&
    Number.isInteger(group) &&
    Number.isInteger(seq) &&
    typeof body === 'string' &&
    typeof id === 'string' &&
    typeof prev === 'string' &&
    (device === null || typeof device === 'string') &&
    (person === null || typeof person === 'string') &&
    Array.isArray(facts)
  );
}
