import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runPin } from '../../server/devices/pin.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { type Head, seal } from '../../server/ledger/entry.ts';
import { printVerdict } from '../../server/ledger/verdict.ts';
import { verifyHistory } from '../../server/rebuilt.ts';
import { runHub } from '../../server/run.ts';
import { runBackup } from '../../server/upkeep/backup/backup.ts';
import { runRestore } from '../../server/upkeep/backup/restore.ts';
import { runExport } from '../../server/upkeep/export.ts';
import type { Fact } from '../../shared/lobby.ts';
import { type Image, makeImage } from '../faults/image.ts';
import { draft, FOLDER, temporaryFolder } from '../kit/ledgers.ts';
import { ran } from '../kit/process.ts';

/** A folder that a hub of today left, and what a hub of tomorrow might have made of it. */
const image = await makeImage();
const day = `${FOLDER}/ledger/2026-11-25.jsonl`;
const checkpoint = `${FOLDER}/checkpoint.json`;

const lastOf = (text: string) => JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as Head;

/** One more entry, in the format that comes after this one. */
function nextFormat(text: string): string {
  const { line } = seal(draft(1), lastOf(text));
  const body = `${line.replace('"v":1', '"v":2').slice(0, -76)}}`;
  const digest = createHash('sha256').update(body).digest('hex');
  return `${text}${body.slice(0, -1)},"hash":"${digest}"}\n`;
}

/** One more entry of today's format, with a fact that nobody here has heard of. */
function nextFact(text: string): string {
  const facts = [{ type: 'meeting.held', at: 1_795_600_000_000 }] as unknown as Fact[];
  return `${text}${seal({ ...draft(1), facts }, lastOf(text)).line}`;
}

const nextState = (text: string) => text.replace(/"state":\d+/, '"state":999');

const tomorrows: [string, string, (text: string) => string][] = [
  ['an entry of a newer format', day, nextFormat],
  ['a fact of a newer program', day, nextFact],
  ['a checkpoint of a newer program', checkpoint, nextState],
];

async function folderWith(path: string, change: (text: string) => string): Promise<string> {
  const folder = join(await temporaryFolder(), 'data');
  await mkdir(join(folder, 'ledger'), { recursive: true });
  for (const [name, bytes] of image) {
    const text = name === path ? change(String(bytes)) : bytes;
    await writeFile(name.replace(FOLDER, folder), text, { mode: 0o600 });
  }
  return folder;
}

async function imageOf(folder: string): Promise<Image> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(names.map(async (n) => [n, await readFile(n)] as const)));
}

const says = 'it was written by a newer version of the program; install that version to read it';

test.each(tomorrows)(
  '%s is refused by every room, and nothing is written',
  async (_, path, change) => {
    const folder = await folderWith(path, change);
    const before = await imageOf(folder);
    const place = await temporaryFolder();
    const rooms = [
      () => runHub(['--port', '0', '--data', folder]),
      () => runPin(['b1', '--data', folder]),
      () => runExport(['all', '--data', folder, '--json']),
      () => runRestore(['--from', folder, '--data', join(place, 'restored')]),
    ];
    for (const enter of rooms) await expect(enter()).rejects.toThrow(says);
    expect(printVerdict(await verifyHistory(nodeDisk, folder))).toContain(says);
    expect(await imageOf(folder)).toEqual(before);
    expect(await readdir(place)).toEqual([]);
  },
);

test.each([
  ['a newer format', day, nextFormat],
  ['a newer checkpoint', checkpoint, nextState],
])('what a hub of tomorrow wrote, %s, gets into no backup of today', async (_, path, change) => {
  const folder = await folderWith(path, change);
  const backup = join(await temporaryFolder(), 'backup');
  await expect(runBackup(['--data', folder, '--to', backup])).rejects.toThrow(says);
});

test('a start on a newer ledger is one clear line and exit 1', async () => {
  const folder = await folderWith(day, nextFormat);
  const { code, output } = await ran('hub', ['--port', '0', '--data', folder]);
  expect(output.trim()).toBe(
    `The ledger cannot be opened: ledger/2026-11-25.jsonl:10 (entry 35): ${says}.`,
  );
  expect(code).toBe(1);
});
