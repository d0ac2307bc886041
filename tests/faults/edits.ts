import { createHash } from 'node:crypto';
import { type Entry, GENESIS, type Head, seal } from '../../server/ledger/entry.ts';
import { at, changed, dayFiles, type Image, linesOf, textOf } from './image.ts';

/** A folder that somebody changed, and how. */
export interface Edit {
  readonly what: string;
  readonly image: Image;
}

type Lines = readonly string[];

/** Somebody at the keyboard who does not care for hashes. */
const BY_HAND: Record<string, (lines: Lines, i: number) => Lines> = {
  deleted: (lines, i) => lines.toSpliced(i, 1),
  doubled: (lines, i) => lines.toSpliced(i, 0, lines[i] ?? ''),
  swapped: (lines, i) => lines.toSpliced(i, 2, ...lines.slice(i, i + 2).toReversed()),
  inserted: (lines, i) => lines.toSpliced(i, 0, '{"at":1}'),
  edited: (lines, i) => lines.with(i, edited(lines[i] ?? '')),
  truncated: (lines, i) => lines.slice(0, i),
};

const edited = (line: string) => line.replace(/"at":(\d+)/, (_, at) => `"at":${Number(at) + 1}`);

/** Each entry changed in each way, and each with everything behind it chained anew. */
export function* ledgerEdits(image: Image): Generator<Edit> {
  for (const path of dayFiles(image)) {
    const lines = linesOf(image, path);
    for (const i of lines.keys()) {
      for (const [what, change] of Object.entries(BY_HAND)) {
        const next = change(lines, i);
        if (next.join() === lines.join()) continue;
        const text = next.map((line) => `${line}\n`).join('');
        yield { what: `${path}:${i + 1} ${what}`, image: changed(image, path, text) };
      }
    }
  }
  const all = dayFiles(image).flatMap((path) =>
    linesOf(image, path).map((line) => ({ path, line })),
  );
  for (const i of all.keys())
    yield { what: `entry ${i + 1} edited, the rest chained anew`, image: rechained(image, all, i) };
}

export interface Placed {
  readonly path: string;
  readonly line: string;
}

/** Whoever knows the format can make a chain again; only the signature is not theirs to make. */
export function rechained(image: Image, all: readonly Placed[], from: number): Image {
  let prev: Head = GENESIS;
  const files = new Map<string, string>();
  for (const [i, { path, line }] of all.entries()) {
    const was = JSON.parse(i === from ? edited(line) : line) as Entry;
    const { entry, line: next } = seal(was, prev, was.group);
    files.set(path, (files.get(path) ?? '') + next);
    prev = entry;
  }
  return [...files].reduce((left, [path, text]) => changed(left, path, text), image);
}

/** Each value of the documents beside the ledger changed; digests are made anew. */
export function* documentEdits(image: Image): Generator<Edit> {
  for (const name of ['settings.json', 'checkpoint.json', 'closings.jsonl', 'heads.jsonl']) {
    const rows = name.endsWith('l') ? linesOf(image, at(name)) : [textOf(image, at(name))];
    for (const [i, row] of rows.entries()) {
      for (const { where, next } of leavesChanged(JSON.parse(row) as Json)) {
        const text = JSON.stringify(name === 'checkpoint.json' ? digested(next) : next);
        const lines = rows.with(i, text).map((line) => `${line}\n`);
        yield { what: `${name}:${i + 1}${where}`, image: changed(image, at(name), lines.join('')) };
      }
    }
  }
}

/** Where to look for an entry, and which form a state has: a wrong one makes the start look again. */
const SKIPPED = ['file', 'state', 'digest'];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function digested(document: Json): Json {
  const { lobby = null, answers = null, ...rest } = document as { [key: string]: Json };
  const text = JSON.stringify([lobby, answers]);
  return { ...rest, digest: createHash('sha256').update(text).digest('hex'), lobby, answers };
}

function* leavesChanged(value: Json, where = ''): Generator<{ where: string; next: Json }> {
  if (value === null || typeof value !== 'object') {
    yield { where, next: otherThan(value) };
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (SKIPPED.includes(key)) continue;
    for (const { where: path, next } of leavesChanged(inner, `${where}.${key}`)) {
      const copy: Json = Array.isArray(value) ? [...value] : { ...value };
      Object.assign(copy, { [key]: next });
      yield { where: path, next: copy };
    }
  }
}

function otherThan(leaf: null | boolean | number | string): Json {
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'string') return `${leaf}x`;
  return leaf === null ? 0 : !leaf;
}
