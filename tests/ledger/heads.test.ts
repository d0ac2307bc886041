import { generateKeyPairSync } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Keepsakes } from '../../server/keepsakes.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { openKey, type SignedHead, SigningKey } from '../../server/ledger/key.ts';
import type { Head } from '../../server/ledger/ledger.ts';
import { printVerdict } from '../../server/ledger/verdict.ts';
import { verifyFolder } from '../../server/ledger/verify.ts';
import {
  drafts,
  FOLDER,
  fileOf,
  filledDisk,
  linesOf,
  MONDAY,
  open,
  temporaryFolder,
} from '../kit/ledgers.ts';
import type { MemoryDisk } from '../kit/memoryDisk.ts';

const HEADS = `${FOLDER}/heads.jsonl`;
const verdictOf = async (disk: MemoryDisk) => printVerdict(await verifyFolder(disk, FOLDER));
const rowOf = (disk: MemoryDisk) => JSON.parse(String(disk.peek(HEADS))) as SignedHead;
const put = (disk: MemoryDisk, row: object) => disk.put(HEADS, `${JSON.stringify(row)}\n`);

async function sign(disk: MemoryDisk, head?: Head): Promise<Keepsakes> {
  const keepsakes = new Keepsakes(disk, FOLDER);
  await keepsakes.readRows();
  await keepsakes.saveHead(head ?? (await open(disk)).ledger.head());
  return keepsakes;
}

async function signedDisk(entries = 6): Promise<MemoryDisk> {
  const disk = await filledDisk(entries);
  await sign(disk);
  return disk;
}

test('a head is signed with the key of its folder, and the key is made when it is first needed', async () => {
  const disk = await filledDisk(3);
  expect(disk.paths.filter((path) => path.includes('key'))).toEqual([]);
  await sign(disk);
  const key = await openKey(disk, FOLDER, true);
  const { hash, at } = (await open(disk)).ledger.head();
  expect(rowOf(disk)).toEqual(key.sign({ seq: 3, hash, at }));
  expect(await verdictOf(disk)).toMatch(/^ok {2}3 entries/);
});

test('a head that was signed is not signed again, and a later one has a line of its own', async () => {
  const disk = await signedDisk(3);
  await sign(disk);
  const { ledger } = await open(disk);
  await ledger.append(drafts(4, 5));
  const keepsakes = await sign(disk, ledger.head());
  await Promise.all([keepsakes.saveHead(ledger.head()), keepsakes.saveHead(ledger.head())]);
  const lines = String(disk.peek(HEADS)).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).seq)).toEqual([3, 5]);
});

test('a ledger cut between two entries is found by the signed head', async () => {
  for (let kept = 0; kept < 6; kept++) {
    const disk = await signedDisk();
    const lines = linesOf(disk).slice(0, kept);
    disk.put(fileOf(MONDAY), lines.map((line) => `${line}\n`).join(''));
    expect(await verdictOf(disk)).toContain('entries that were saved are missing');
  }
});

test('what was written behind the signed head is a longer ledger, and sound', async () => {
  const disk = await signedDisk();
  const { ledger } = await open(disk);
  await ledger.append(drafts(7, 9));
  expect(await verdictOf(disk)).toMatch(/^ok {2}9 entries/);
});

const changes: [string, (row: SignedHead) => object, string][] = [
  ['another hash', (row) => ({ ...row, hash: 'f'.repeat(64) }), 'its signature is not good'],
  ['an earlier entry', (row) => ({ ...row, seq: 5 }), 'its signature is not good'],
  ['another time', (row) => ({ ...row, at: row.at + 1 }), 'its signature is not good'],
  ['half a signature', (row) => ({ ...row, sig: row.sig.slice(0, 40) }), 'not good'],
  ['the same signature, spelt otherwise', spelt, 'its signature is not good'],
  ['no signature', ({ sig: _, ...row }) => row, 'it carries no signature'],
  ['a number for a hash', (row) => ({ ...row, hash: 1 }), 'not a line of this format'],
];

/** The last letter before the padding has four bits that decode to nothing. */
function spelt(row: SignedHead): object {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const last = letters[letters.indexOf(row.sig.charAt(85)) + 1];
  return { ...row, sig: `${row.sig.slice(0, 85)}${last}==` };
}

test.each(changes)('a signed head changed to %s is found', async (_, change, why) => {
  const disk = await signedDisk();
  put(disk, change(rowOf(disk)));
  expect(await verdictOf(disk)).toContain(`heads.jsonl:1: `);
  expect(await verdictOf(disk)).toContain(why);
});

test("a head signed with a stranger's key is found", async () => {
  const disk = await signedDisk();
  const { privateKey } = generateKeyPairSync('ed25519');
  const stranger = new SigningKey(String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
  put(disk, stranger.sign((await open(disk)).ledger.head()));
  expect(await verdictOf(disk)).toContain('heads.jsonl:1: it is signed with another key');
});

test('a closing without a signature is found once the folder has a key', async () => {
  const disk = await signedDisk();
  const { seq, hash } = rowOf(disk);
  disk.put(`${FOLDER}/closings.jsonl`, `${JSON.stringify({ date: MONDAY, seq, hash })}\n`);
  expect(await verdictOf(disk)).toContain('closings.jsonl:1: it carries no signature');
});

test('signed heads need the public key: one that is gone or unreadable is said', async () => {
  const disk = await signedDisk();
  disk.put(`${FOLDER}/key.pub.pem`, 'not a key');
  expect(await verdictOf(disk)).toContain('key.pub.pem: it is not');
  disk.put(`${FOLDER}/key.pub.pem`, null);
  expect(await verdictOf(disk)).toContain('it is signed with another key');
});

test('a folder without its private key is verified, and signs nothing under a new one', async () => {
  const disk = await signedDisk();
  disk.put(`${FOLDER}/key.pem`, null);
  expect(await verdictOf(disk)).toMatch(/^ok/);
  const { ledger } = await open(disk);
  await ledger.append(drafts(7, 7));
  await expect(sign(disk, ledger.head())).rejects.toThrow('key.pem is missing');
  expect(disk.peek(`${FOLDER}/key.pem`)).toBeNull();
});

test('a power cut while the key is made or a head is signed leaves a folder that can be signed', async () => {
  for (let call = 1; call <= 30; call++) {
    const disk = await filledDisk(3);
    const { ledger } = await open(disk);
    const head = ledger.head();
    disk.fail({ call, code: 'EIO', forGood: true, cut: { keeps: () => call % 2 === 0 } });
    await sign(disk, head).catch(() => {});
    disk.fail(null);
    await sign(disk, head);
    expect(await verdictOf(disk)).toMatch(/^ok/);
    expect(rowOf(disk).seq).toBe(3);
  }
});

test('the private key is for its owner alone', async () => {
  const folder = await temporaryFolder();
  const key = await openKey(nodeDisk, folder, false);
  expect((await openKey(nodeDisk, folder, true)).id).toBe(key.id);
  expect((await stat(join(folder, 'key.pem'))).mode & 0o777).toBe(0o600);
});
