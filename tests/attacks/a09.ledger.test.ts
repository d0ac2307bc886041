import { generateKeyPairSync } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { placeOf } from '../../server/ledger/damage.ts';
import { type SignedHead, SigningKey } from '../../server/ledger/key.ts';
import { printVerdict } from '../../server/ledger/verdict.ts';
import { verifyHistory } from '../../server/rebuilt.ts';
import { type Beat, PROTOCOL } from '../../shared/wire.ts';
import { rechained } from '../faults/edits.ts';
import {
  at,
  changed,
  dayFiles,
  type Image,
  linesOf,
  makeImage,
  readOnly,
  textOf,
} from '../faults/image.ts';
import { FOLDER } from '../faults/life.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { ran, startProcess } from '../kit/process.ts';

/** A folder of two days, closed and signed, that somebody then laid hands on. */
const whole = await makeImage();
const [yesterday = '', today = ''] = dayFiles(whole);
const places = (image: Image) =>
  dayFiles(image).flatMap((path) => linesOf(image, path).map((line) => ({ path, line })));
const count = places(whole).length;

const withLines = (image: Image, path: string, lines: readonly string[]) =>
  changed(image, path, lines.map((line) => `${line}\n`).join(''));
const edited = (path: string) =>
  changed(whole, path, textOf(whole, path).replace('"number":"A00', '"number":"A10'));
const without = (path: string, n: number) =>
  withLines(whole, path, linesOf(whole, path).toSpliced(n, 1));

/** Chained anew from one entry on, and every head beside it made to say so. */
function resigned(sign: (row: SignedHead) => object): Image {
  const image = rechained(whole, places(whole), 9);
  const hashes = places(image).map(({ line }) => JSON.parse(line).hash as string);
  return ['closings.jsonl', 'heads.jsonl'].reduce((left, name) => {
    const rows = linesOf(image, at(name)).map((line) => {
      const row = JSON.parse(line) as SignedHead;
      return JSON.stringify(sign({ ...row, hash: hashes[row.seq - 1] ?? '' }));
    });
    return withLines(left, at(name), rows);
  }, image);
}

const newKey = () =>
  new SigningKey(
    String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
  );
const stranger = newKey();

/** A first day that is gone altogether was pruned, and the verdict says so: tests/ledger/damage. */
const forgeries: [string, Image, RegExp][] = [
  ['edited yesterday', edited(yesterday), /2026-11-24.jsonl:\d+ \(entry \d+\)/],
  ['edited today', edited(today), /2026-11-25.jsonl:\d+ \(entry \d+\)/],
  ['deleted from yesterday', without(yesterday, 4), /2026-11-24.jsonl:5 \(entry 5\)/],
  ['deleted from today', without(today, 1), /2026-11-25.jsonl:2 \(entry \d+\)/],
  ['cut short', without(today, linesOf(whole, today).length - 1), /heads.jsonl.*entry/],
  ['re-chained', rechained(whole, places(whole), 9), /heads.jsonl:1 \(entry \d+\)/],
  ['re-chained, its heads rewritten', resigned((row) => row), /closings.jsonl:1.*signature/],
  [
    're-chained and re-signed by a stranger',
    resigned((row) => ({ ...row, ...stranger.sign(row) })),
    /closings.jsonl:1.*another key/,
  ],
];

test('A9: the ledger that nobody touched is sound', async () => {
  const verdict = await verifyHistory(readOnly(whole), FOLDER);
  expect(printVerdict(verdict)).toMatch(new RegExp(`^ok {2}${count} entries`));
});

test.each(forgeries)('A9: a ledger %s is refused by verify', async (_, image, where) => {
  const verdict = await verifyHistory(readOnly(image), FOLDER);
  expect(printVerdict(verdict)).toMatch(/^bad/);
  expect(printVerdict(verdict)).toMatch(where);
});

async function onDisk(image: Image): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, bytes] of image) {
    const own = join(folder, path.slice(FOLDER.length));
    await mkdir(dirname(own), { recursive: true });
    await writeFile(own, bytes);
  }
  return folder;
}

/** What a hub tells every screen, from its first beat on, until `is` holds. */
function told(url: string, is: (beat: Beat) => boolean): Promise<Beat> {
  const socket = io(url, { transports: ['websocket'], auth: { protocol: PROTOCOL } });
  onTestFinished(() => void socket.disconnect());
  return new Promise((done) => socket.on('beat', (beat: Beat) => is(beat) && done(beat)));
}

/** A process each is slow. */
const some = forgeries.filter(([what]) => /yesterday|short|chained$|stranger/.test(what));

test.each(some)(
  'A9: on a ledger %s the hub only reads, and tells every screen where',
  async (...[, image]) => {
    const { ledgers } = await verifyHistory(readOnly(image), FOLDER);
    const first = ledgers.flatMap((found) => (found.ok ? [] : [placeOf(found.damage)]))[0];
    const hub = await startProcess(await onDisk(image));
    onTestFinished(() => hub.kill());
    const beat = await told(hub.url, ({ damage }) => damage?.where === first?.where);
    expect(beat).toMatchObject({ accepting: false, damage: first });
    await expect.poll(() => hub.output()).toContain(first?.where);
  },
);

test('A9: npm run verify says the first bad entry and exits with 1', async () => {
  const { code, output } = await ran('verify', [await onDisk(edited(yesterday))]);
  expect(code).toBe(1);
  expect(output).toMatch(
    /^bad ledger\/2026-11-24.jsonl:\d+ \(entry \d+\): its content does not match/,
  );
});

test('A9: verify --chain finds an edited entry too, and says what it leaves out', async () => {
  const edit = await ran('verify', ['--chain', await onDisk(edited(yesterday))]);
  expect(edit.code).toBe(1);
  expect(edit.output).toContain('its content does not match');
  const folder = await onDisk(whole);
  await writeFile(join(folder, 'settings.json'), '{"counters":[]}');
  expect((await ran('verify', [folder])).code).toBe(1);
  const { code, output } = await ran('verify', ['--chain', folder]);
  expect(code).toBe(0);
  expect(output).toContain('without --chain what was made of them is checked as well');
});

test('A9: a ledger made anew with the hub’s own key is sound by itself: only the center can know', async () => {
  const other = await makeImage(3);
  const verdict = await verifyHistory(readOnly(other), FOLDER);
  expect(verdict.ok).toBe(true);
  expect(other.get(at('key.pem'))).toBeDefined();
});
