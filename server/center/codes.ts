import { hash, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { makeFolder, replaceFile } from '../ledger/durable.ts';
import type { Place } from './stretch.ts';

/** What an enrolment code lets in, once. */
export interface CodeGrant {
  readonly branch: string;
  readonly name: string;
  readonly epoch: number;
  /** Wall time until which it is good, ms. */
  readonly until: number;
}

/** Letters that nobody mistakes for one another, read out over a telephone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
/** Milliseconds that a code is good for. */
const GOOD = 3 * 24 * 3_600_000;

export const codeHash = (code: string) =>
  hash('sha256', code.toUpperCase().replace(/[^0-9A-Z]/g, ''));

const fileOf = (folder: string, digest: string) => join(folder, 'codes', `${digest}.json`);

/**
 * A fresh code, kept as its digest in a file of its own: it may be made beside a running center, which
 * looks for it when it is used. That it was used stands in the roster.
 *
 * @param at wall time, ms
 */
export async function makeCode(
  { disk, folder }: Place,
  grant: Omit<CodeGrant, 'until'>,
  at: number,
): Promise<string> {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  await makeFolder(disk, join(folder, 'codes'));
  const row: CodeGrant = { ...grant, until: at + GOOD };
  const text = Buffer.from(`${JSON.stringify(row)}\n`);
  await replaceFile(disk, fileOf(folder, codeHash(letters)), text);
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** What a code lets in; null when there is no such code. */
export async function readCode({ disk, folder }: Place, digest: string): Promise<CodeGrant | null> {
  const bytes = await disk.read(fileOf(folder, digest));
  return bytes && JSON.parse(bytes.toString());
}
