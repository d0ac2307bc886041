import { expect, test } from 'vitest';
import type { StaffId } from '../../shared/ids.ts';
import { BACKUP, copied, copierOf, filesIn } from '../kit/copies.ts';
import { ask, openBranch, PIN, signedIn } from '../kit/house.ts';
import { FOLDER, filledDisk } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const at = (name: string) => `${BACKUP}/${name}`;

test('a copy holds all that a branch needs to go on: its key, its screens, its people', async () => {
  const data = new MemoryDisk();
  const { rig } = await openBranch({ disk: data });
  data.put(`${FOLDER}/tls/ca.key`, 'key');
  data.put(`${FOLDER}/tls/ca.crt`, 'certificate');
  await rig.hub.sign();
  const drive = new MemoryDisk();
  await copied(data, drive);
  expect(filesIn(drive, BACKUP)).toEqual(filesIn(data, FOLDER));
  expect([...filesIn(drive, BACKUP).keys()]).toEqual(
    expect.arrayContaining(['devices.json', 'heads.jsonl', 'key.pem', 'people.json', 'tls/ca.key']),
  );
});

test('a name that was erased is gone from the copy a minute later', async () => {
  const drive = new MemoryDisk();
  const { rig, panel } = await openBranch({ backup: drive });
  rig.clock.turn(60_000);
  await expect.poll(() => String(drive.peek(at('people.json')))).toContain('姓名t1');
  const boss = await signedIn(rig, panel, 'b1', PIN);
  const erase = { type: 'staff.erase', person: 't1' as StaffId } as const;
  expect(await ask(rig, boss, erase)).toMatchObject({ ok: true });
  rig.clock.turn(60_000);
  await expect.poll(() => String(drive.peek(at('people.json')))).not.toContain('姓名t1');
});

test('a document that cannot be read takes no place of a good one, and is named', async () => {
  const data = await filledDisk(3);
  data.put(`${FOLDER}/people.json`, '{"t1":{}}');
  const drive = new MemoryDisk();
  const copier = copierOf(data, drive);
  await copier.copy();
  data.put(`${FOLDER}/people.json`, '{"t1":');
  expect(await copier.copy()).toEqual(['people.json']);
  expect(String(drive.peek(at('people.json')))).toBe('{"t1":{}}');
  data.put(`${FOLDER}/people.json`, null);
  expect(await copier.copy()).toEqual([]);
  expect(String(drive.peek(at('people.json')))).toBe('{"t1":{}}');
});

test.each(['key.pem', 'heads.jsonl'])(
  "a copy with another branch's %s is left as it is",
  async (name) => {
    const data = await filledDisk(3);
    const drive = new MemoryDisk();
    data.put(`${FOLDER}/${name}`, '{"seq":1,"hash":"a"}\n');
    await copied(data, drive);
    data.put(`${FOLDER}/${name}`, '{"seq":1,"hash":"b"}\n');
    const before = filesIn(drive, BACKUP);
    await expect(copied(data, drive)).rejects.toThrow(`${name} holds there what is missing here`);
    expect(filesIn(drive, BACKUP)).toEqual(before);
  },
);
