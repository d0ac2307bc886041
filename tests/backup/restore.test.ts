import { expect, test, vi } from 'vitest';
import { sayDamage } from '../../server/ledger/damage.ts';
import { resume } from '../../server/resume.ts';
import { restore } from '../../server/upkeep/backup/restore.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import { diskOf, makeImage } from '../faults/image.ts';
import { BACKUP, copied, filesIn, verdictOf } from '../kit/copies.ts';
import { dice } from '../kit/dice.ts';
import { FOLDER, filledDisk } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 120_000 });

const image = await makeImage();
const at = (name: string) => `${BACKUP}/${name}`;

async function backup(): Promise<MemoryDisk> {
  const drive = new MemoryDisk();
  await copied(diskOf(image), drive);
  return drive;
}

const restored = (drive: MemoryDisk, data: MemoryDisk) =>
  restore({ from: { disk: drive, folder: BACKUP }, to: { disk: data, folder: FOLDER } });

/** Whether a hub would go on from here. */
const starts = (data: MemoryDisk) =>
  resume({ disk: data, folder: FOLDER, settings: defaultSettings }).then(
    ({ damage, since }) =>
      damage ? sayDamage(damage) : since === null ? 'a new ledger' : 'goes on',
    (error: Error) => error.message,
  );

test('what is restored is what was copied, and says where it came from', async () => {
  const drive = await backup();
  const data = new MemoryDisk();
  const { entries, head } = await restored(drive, data);
  const files = filesIn(data, FOLDER);
  expect(JSON.parse(files.get('restored.json') ?? '')).toEqual({
    ...{ from: BACKUP, entries, hash: head.hash },
  });
  files.delete('restored.json');
  expect(files).toEqual(filesIn(drive, BACKUP));
  expect(await verdictOf(data, FOLDER)).toMatch(/^ok/);
  expect(await starts(data)).toBe('goes on');
});

test.each([
  ['a ledger', 'ledger/2026-11-24.jsonl'],
  ['a key', 'key.pem'],
  ['signed heads', 'heads.jsonl'],
])('a folder that has %s is not written over', async (_, name) => {
  const data = new MemoryDisk();
  data.put(`${FOLDER}/${name}`, 'theirs');
  await expect(restored(await backup(), data)).rejects.toThrow('a restore writes over nothing');
  expect(data.paths).toEqual([`${FOLDER}/${name}`]);
});

const first = (text: string) => text.slice(0, text.indexOf('\n') + 1);
const damages: [string, string, (text: string) => string | null, string][] = [
  [
    'an altered entry',
    'ledger/2026-11-24.jsonl',
    (t) => t.replace('"number":"A001"', '"number":"A009"'),
    'its content does not match its hash',
  ],
  [
    'an entry left out',
    'ledger/2026-11-24.jsonl',
    (t) => t.replace(/\n.*\n/, '\n'),
    'another entry belongs here',
  ],
  ['entries cut off', 'ledger/2026-11-25.jsonl', first, 'entries that were saved are missing'],
  [
    'a forged head',
    'heads.jsonl',
    (t) => t.replace('"at":', '"at":1'),
    'its signature is not good',
  ],
  [
    'a changed closing',
    'closings.jsonl',
    (t) => t.replace('"tickets":', '"tickets":1'),
    'it is not what the entries',
  ],
  [
    'a changed checkpoint',
    'checkpoint.json',
    (t) => t.replace(/"raised":\d/, '"raised":77'),
    'so remove it there',
  ],
  ['staff that cannot be read', 'people.json', () => '{"t1"', 'people.json cannot be read'],
  ['no private key', 'key.pem', () => null, 'key.pem is missing'],
  ['a key that is none', 'key.pem', () => 'no key', 'does not belong to key.pub.pem'],
];

test.each(damages)(
  'a backup with %s is refused by name, and nothing is written',
  async (_, name, change, says) => {
    const drive = await backup();
    drive.put(at(name), change(String(drive.peek(at(name)))));
    const data = new MemoryDisk();
    await expect(restored(drive, data)).rejects.toThrow(says);
    expect(data.paths).toEqual([]);
  },
);

test('settings that are behind the ledger are left out: the start writes them anew', async () => {
  const drive = await backup();
  const path = at('settings.json');
  drive.put(path, String(drive.peek(path)).replace('"callGap": 10', '"callGap": 99'));
  const data = new MemoryDisk();
  expect(await restored(drive, data)).toMatchObject({ without: 'settings.json' });
  expect(data.paths).not.toContain(`${FOLDER}/settings.json`);
  expect(await starts(data)).toBe('goes on');
});

test('a backup without its pruned days is restored as what it is', async () => {
  const drive = await backup();
  drive.put(at('ledger/2026-11-24.jsonl'), null);
  const { first, entries, head } = await restored(drive, new MemoryDisk());
  expect(first).toBe(head.seq - entries + 1);
  expect(first).toBeGreaterThan(1);
});

test('an unfinished last write of the backup is no damage', async () => {
  const drive = await backup();
  const path = at('ledger/2026-11-25.jsonl');
  const { entries } = await restored(drive, new MemoryDisk());
  drive.put(path, `${drive.peek(path)}{"at":17954`);
  const data = new MemoryDisk();
  expect(await restored(drive, data)).toMatchObject({ entries });
  expect(await starts(data)).toBe('goes on');
});

test('a restore that is cut short leaves nothing that a hub starts on', async () => {
  const drive = await backup();
  const whole = new MemoryDisk();
  await restored(drive, whole);
  let cut = 0;
  for (let call = 1; call <= whole.calls.length; call += 2) {
    const data = new MemoryDisk();
    const die = dice(call);
    const keeps = () => die() < 0.5;
    data.fail({ call, code: 'EIO', forGood: true, cut: { keeps, keepsNames: keeps } });
    await restored(drive, data).catch(() => cut++);
    data.fail(null);
    const found = await starts(data);
    const sound = found === 'goes on' && (await verdictOf(data, FOLDER)).startsWith('ok');
    const begun = [...filesIn(data, FOLDER).keys()].filter((name) => !name.endsWith('.new'));
    const nothing = found === 'a new ledger' && begun.length === 0;
    const refused = /a restore into this folder was not finished/.test(found);
    expect([sound, nothing, refused], `call ${call}: ${found}`).toContain(true);
    if (!refused) continue;
    expect(await verdictOf(data, FOLDER)).toMatch(/^bad/);
    await expect(restored(drive, data)).rejects.toThrow('remove the folder, then restore again');
  }
  expect(cut).toBeGreaterThan(30);
});

test('an empty place is no backup', async () => {
  await expect(restored(new MemoryDisk(), new MemoryDisk())).rejects.toThrow('There is no backup');
  const other = await filledDisk(2);
  await expect(restored(other, new MemoryDisk())).rejects.toThrow('There is no backup');
});
