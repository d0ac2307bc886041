import { expect, test, vi } from 'vitest';
import { rankingsIn, rankingsInTables } from '../../server/center/months/rank.ts';
import { appendCity } from '../../server/center/store/city.ts';
import { type Draft, GENESIS, seal } from '../../server/ledger/entry.ts';
import type { MonthName } from '../../shared/ids.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { enrolled, openOffice, playedBranch, segmentOf, sent } from '../kit/accounts.ts';
import { twoSides } from '../kit/city.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { isAbsent, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const OCTOBER = '2026-10' as MonthName;

/** Decided by one city, as one entry of its ledger. */
function cityLine(): string {
  const { facts } = twoSides();
  const at = Date.parse('2026-09-01T00:00:00Z');
  const who = { device: null, person: 'chief' };
  const draft = { at, id: uuid7(at, new Uint8Array(10)), body: '0'.repeat(64), ...who, facts };
  return seal(draft as unknown as Draft, GENESIS).line.trimEnd();
}

test.skipIf(isAbsent('postgres'))(
  'a month is ranked from a database as it is from the files of the same branches',
  async () => {
    const store = await openStore('postgres');
    const place = { disk: new MemoryDisk(), folder: '/city' };
    const offices = [
      await openOffice('postgres', store),
      await openOffice('embedded', store, place),
    ];
    for (const [n, id] of ['e1', 'w1'].entries()) {
      const days = { from: '2026-10-29', days: 3, tickets: 60, seed: n + 1 };
      const played = await playedBranch(id, days);
      for (const office of offices) {
        const member = await enrolled(office, played);
        await sent(office, member, await segmentOf(played, 0));
      }
    }
    const [bare, files] = [
      await rankingsInTables(store, OCTOBER, null),
      await rankingsIn(place, OCTOBER, null),
    ];
    expect(bare).toEqual(files);
    expect(bare.branches.map(({ branch }) => branch)).toEqual(['e1', 'w1']);
    expect(bare.node).toBeNull();

    expect(await appendCity(store, [cityLine()], 0)).toBe(true);
    const placed = await rankingsInTables(store, OCTOBER, null);
    expect(placed).toMatchObject({ node: 'city', rankings: bare.rankings });
    await expect(rankingsInTables(store, OCTOBER, 'moon')).rejects.toThrow('no unit moon');
  },
);
