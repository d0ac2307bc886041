import { expect, test } from 'vitest';
import { CityFiles } from '../../server/center/city/files.ts';
import type { CityDraft, CityEntry, CityLog } from '../../server/center/city/log.ts';
import { CityRoom } from '../../server/center/city/room.ts';
import { type Draft, type Head, seal } from '../../server/ledger/entry.ts';
import { openKey } from '../../server/ledger/key.ts';
import { verifyHistory } from '../../server/rebuilt.ts';
import type { CityCommand, SentCommand } from '../../shared/city/city.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { person } from '../kit/city.ts';
import { handClock } from '../kit/handClock.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const FOLDER = '/center/city';
const clock = () => handClock(Date.parse('2026-11-03T09:00:00+08:00'));
const chief = { person: person('chief'), role: 'administrator', scope: null } as const;
const ID = uuid7(clock().now().at, new Uint8Array(10));
const opens = (id: string, more: object = {}) =>
  ({
    ...{ type: 'node.open', node: id, level: 'city', name: { zh: '某市', en: 'City' } },
    ...{ parent: null, from: '2026-01-01', ...more },
  }) as unknown as CityCommand;
const sent = (command: CityCommand, id = ID) => ({ ...command, id }) as SentCommand;

/** What several servers would share, in memory. */
function shared(): () => CityLog {
  const entries: CityEntry[] = [];
  return () => ({
    behind: async ({ seq }) => entries.filter((entry) => entry.seq > seq),
    append: async (draft: CityDraft, head: Head) => {
      if ((entries.at(-1)?.seq ?? 0) !== head.seq) return null;
      const { entry } = seal(draft as unknown as Draft, head);
      entries.push(entry as unknown as CityEntry);
      return entry as unknown as CityEntry;
    },
    close: async () => {},
  });
}

const files = async (disk: MemoryDisk) =>
  CityFiles.open({ disk, folder: FOLDER }, await openKey(disk, '/center', false));

test('what was decided is there after a restart, and the folder verifies', async () => {
  const disk = new MemoryDisk();
  const room = await CityRoom.open({ log: await files(disk), clock: clock() });
  expect(await room.take(sent(opens('city')), chief)).toMatchObject({ ok: true, seq: 1 });
  expect(
    await room.takeOwn(opens('east', { level: 'first', parent: 'city' }), chief),
  ).toMatchObject({
    ...{ ok: true, seq: 2 },
  });
  await room.close();
  const again = await CityRoom.open({ log: await files(disk), clock: clock() });
  expect(again.state).toEqual(room.state);
  expect(Object.keys(again.state.levels.nodes)).toEqual(['city', 'east']);
  expect(await verifyHistory(disk, FOLDER)).toMatchObject({ ok: true, ledgers: [{ entries: 2 }] });
});

test('a command that is sent again is answered again, after a restart too', async () => {
  const disk = new MemoryDisk();
  const room = await CityRoom.open({ log: await files(disk), clock: clock() });
  const first = await room.take(sent(opens('city')), chief);
  expect(await room.take(sent(opens('city')), chief)).toEqual(first);
  await room.close();
  const again = await CityRoom.open({ log: await files(disk), clock: clock() });
  expect(await again.take(sent(opens('city')), chief)).toEqual(first);
  expect(await again.take(sent(opens('other')), chief)).toMatchObject({
    ...{ ok: false, code: 'command.idReused' },
  });
  expect(again.head.seq).toBe(1);
});

test('two servers over one log decide on what the other one decided', async () => {
  const log = shared();
  const [a, b] = await Promise.all([
    CityRoom.open({ log: log(), clock: clock() }),
    CityRoom.open({ log: log(), clock: clock() }),
  ]);
  expect(await a.takeOwn(opens('city'), chief)).toMatchObject({ ok: true });
  // Refused on what it knew: so it looks whether it knows enough.
  expect(await b.takeOwn(opens('east', { level: 'first', parent: 'city' }), chief)).toMatchObject({
    ...{ ok: true, seq: 2 },
  });
  const both = await Promise.all([
    a.takeOwn(opens('west', { level: 'first', parent: 'city' }), chief),
    b.takeOwn(opens('west', { level: 'first', parent: 'city' }), chief),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'node.exists' });
  await Promise.all([a.catchUp(), b.catchUp()]);
  expect(a.state).toEqual(b.state);
  expect(a.head).toEqual(b.head);
});

test('one command that reaches two servers takes effect once', async () => {
  const log = shared();
  const a = await CityRoom.open({ log: log(), clock: clock() });
  const b = await CityRoom.open({ log: log(), clock: clock() });
  const answers = [
    await a.take(sent(opens('city')), chief),
    await b.take(sent(opens('city')), chief),
  ];
  expect(answers[0]).toEqual(answers[1]);
  expect(b.head.seq).toBe(1);
});

test('a disk that fails is not believed, and nothing changes until it works again', async () => {
  const disk = new MemoryDisk();
  const room = await CityRoom.open({ log: await files(disk), clock: clock() });
  await room.takeOwn(opens('city'), chief);
  const changes: number[] = [];
  room.onChange((_, facts) => changes.push(facts.length));
  disk.fail({ call: 1, code: 'ENOSPC' });
  const asked = sent(opens('east', { level: 'first', parent: 'city' }));
  expect(await room.take(asked, chief)).toMatchObject({ ok: false, code: 'city.notSaved' });
  expect(changes).toEqual([]);
  expect(await room.take(asked, chief)).toMatchObject({ ok: true });
  expect(changes).toEqual([1]);
  expect(Object.keys(room.state.levels.nodes)).toEqual(['city', 'east']);
});
