import { sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CityFiles } from '../../server/center/city/files.ts';
import { CityRoom } from '../../server/center/city/room.ts';
import { followingCity } from '../../server/center/down/following.ts';
import { openPostgres, type Store } from '../../server/center/store/database.ts';
import { seal, unseal } from '../../server/ledger/entry.ts';
import { openKey } from '../../server/ledger/key.ts';
import { openLedger } from '../../server/ledger/ledger.ts';
import type { CityCommand } from '../../shared/city/city.ts';
import { CITY, startCenter } from '../kit/center.ts';
import { person } from '../kit/city.ts';
import { decides, founded, withTree } from '../kit/cityDoor.ts';
import { handClock } from '../kit/handClock.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { freshDatabase, isAbsent } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const opened = (url: string): Store => {
  const store = openPostgres(url, () => {});
  onTestFinished(() => store.close());
  return store;
};

/** Two servers over one database, some decisions, and whoever owns its tables. */
async function given() {
  const { ownerUrl, url } = await freshDatabase();
  const [store, owner] = [opened(url), opened(ownerUrl)];
  const disk = new MemoryDisk();
  const tables = { isRecord: true, store } as const;
  const a = await startCenter(disk, { tables });
  const chief = await founded(a);
  await withTree(a, chief);
  const b = await startCenter(disk, { tables, clock: a.clock });
  const n = a.center.city.head.seq;
  const rename = (city: typeof a, to: string) =>
    decides(city, chief, { type: 'node.rename', node: 'W', name: { zh: to, en: to } });
  const restarted = () => startCenter(disk, { tables, clock: a.clock });
  return { a, b, n, rename, restarted, owner, store };
}

const lineAt = async ({ db }: Store, seq: number) =>
  (await db.selectFrom('city').select('line').where('seq', '=', seq).executeTakeFirst())?.line ??
  '';
const sets = ({ db }: Store, seq: number, line: string) =>
  db.updateTable('city').set({ line }).where('seq', '=', seq).execute();

/** The same entry with other words in it, hashed anew, as whoever owns the tables can write it. */
function rewritten(line: string): string {
  const { seq, hash, prev, v: _v, group: _g, ...draft } = unseal(Buffer.from(line), null);
  const other = JSON.parse(JSON.stringify(draft).replaceAll('"chief"', '"thief"'));
  const made = seal(other, { seq: seq - 1, hash: prev, at: 0 }).line.trimEnd();
  expect(made).not.toContain(hash);
  return made;
}

const real = test.skipIf(isAbsent('postgres'));
const readOnly = { ok: false, code: 'city.readOnly' };

real('two servers go on with one ledger whose every line is signed for', async () => {
  const { a, b, n, rename, store } = await given();
  expect(await rename(a, '西一')).toMatchObject({ ok: true, seq: n + 1 });
  expect(await rename(b, '西二')).toMatchObject({ ok: true, seq: n + 2 });
  await a.center.city.verify();
  const heads = store.db.selectFrom('heads').select('seq').where('branch', '=', '_city');
  expect((await heads.execute()).length).toBe(n + 2);
  await expect(sets(store, 1, 'x')).rejects.toThrow('permission denied');
});

real(
  'a row that its owner changed is found by whoever goes on from it, and by each start',
  async () => {
    const { a, b, n, rename, restarted, owner } = await given();
    await sets(owner, n, rewritten(await lineAt(owner, n)));
    expect(await rename(b, '西二')).toMatchObject(readOnly);
    expect(await rename(a, '西一')).toMatchObject(readOnly);
    expect(b.said.join('\n')).toContain('does not hold');
    const ready = await fetch(new URL('/readyz', b.url));
    expect([ready.status, await ready.json()]).toMatchObject([
      503,
      { checks: { city: 'damaged' } },
    ]);
    await expect(restarted()).rejects.toThrow('damaged');
    expect(await lineAt(owner, n + 1)).toBe('');
  },
);

real(
  'an old row is found when all is read once more, and nothing is decided any more',
  async () => {
    const { a, rename, restarted, owner } = await given();
    const old = await lineAt(owner, 3);
    await sets(owner, 3, rewritten(old));
    await expect(a.center.city.verify()).rejects.toThrow('damaged');
    expect(a.center.city.damage?.seq).toBe(4);
    expect(await rename(a, '西一')).toMatchObject(readOnly);
    await expect(restarted()).rejects.toThrow(/_city \(entry 4\)/);
    await sets(owner, 3, old);
    expect(await rename(await restarted(), '西三')).toMatchObject({ ok: true });
  },
);

test('all of it is read once more each hour', async () => {
  const clock = handClock(0);
  const done: string[] = [];
  const told = (what: string) => async () => void done.push(what);
  const city = { catchUp: told('new'), takeOwn: told('rules'), verify: told('all') };
  const stop = followingCity(city as never, clock, () => {});
  for (let minute = 0; minute < 121; minute++) {
    await new Promise(setImmediate);
    clock.turn(60_000);
  }
  await new Promise(setImmediate);
  stop();
  expect(done.filter((what) => what === 'all')).toHaveLength(2);
  expect(done.filter((what) => what === 'new')).toHaveLength(122);
});

real(
  'rows chained anew from one on, doubled, or taken from the end, are not signed for',
  async () => {
    const { a, n, restarted, owner } = await given();
    const kept = await Promise.all([n - 1, n].map((seq) => lineAt(owner, seq)));
    const entry = rewritten(kept[0] ?? '');
    const { hash } = unseal(Buffer.from(entry), null);
    const {
      prev: _p,
      hash: _h,
      v: _v,
      group: _g,
      seq: _s,
      ...draft
    } = unseal(Buffer.from(kept[1] ?? ''), null);
    await sets(owner, n - 1, entry);
    await sets(owner, n, seal(draft, { seq: n - 1, hash, at: 0 }).line.trimEnd());
    await expect(restarted()).rejects.toThrow(`(entry ${n})`);
    await expect(a.center.city.catchUp()).rejects.toThrow('damaged');
    await sets(owner, n - 1, kept[0] ?? '');
    await sets(owner, n, kept[1] ?? '');
    await restarted();
    const gone = sql`delete from city where seq = ${n}`.execute(owner.db);
    await gone;
    await expect(restarted()).rejects.toThrow('missing from the end');
    const last = sql`delete from heads where branch = '_city' and seq = ${n}`.execute(owner.db);
    await last;
    // Whoever takes head and line together is found by each server that knows better.
    await expect(a.center.city.verify()).resolves.toBeUndefined();
    await expect(a.center.city.catchUp()).rejects.toThrow('damaged');
  },
);

test('files: a city’s ledger that was made anew, chain and all, is not opened over its signed head', async () => {
  const disk = new MemoryDisk();
  const place = { disk, folder: `${CITY}/city` };
  const key = await openKey(disk, CITY, false);
  const clock = handClock(Date.parse('2026-11-03T09:00:00+08:00'));
  const room = await CityRoom.open({ log: await CityFiles.open(place, key), clock });
  const chief = { person: person('chief'), role: 'administrator', scope: null } as const;
  const open = { type: 'node.open', node: 'city', level: 'city', parent: null, from: '2026-01-01' };
  const name = { zh: '某市', en: 'City' };
  await room.takeOwn({ ...open, name } as CityCommand, chief);
  await room.verify();
  await room.close();
  const [path = ''] = disk.paths.filter((one) => one.includes('/city/ledger/'));
  const line = String(disk.peek(path)).trimEnd();
  const {
    seq: _s,
    hash: _h,
    prev: _p,
    v: _v,
    group: _g,
    ...draft
  } = unseal(Buffer.from(line), null);
  const other = JSON.parse(JSON.stringify(draft).replace('某市', '他市'));
  disk.put(path, Buffer.from(seal(other, { seq: 0, hash: '0'.repeat(64), at: 0 }).line));
  const { ledger, damage } = await openLedger(place);
  expect(damage).toBeUndefined();
  await ledger.close();
  await expect(CityFiles.open(place, key)).rejects.toThrow('another hash');
});
