import { expect, test, vi } from 'vitest';
import { ledgerIn, shelfOf } from '../kit/center.ts';
import { branchDisk, drained, EAST, heldIn, piece, startIntake } from '../kit/intake.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { isAbsent, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

test('a damaged shelf takes nothing, and no other branch feels it', async () => {
  const [city, branch] = [new MemoryDisk(), await branchDisk(10)];
  const { intake, member } = await startIntake(city);
  await drained({ intake, member }, branch, 10, 10);
  const path = `${shelfOf(EAST)}/ledger/2026-11-23.jsonl`;
  city.put(path, String(city.peek(path)).replaceAll('"seq":10,', '"seq":11,'));
  const later = await startIntake(city);
  expect(await later.intake.take(member, await piece(branch, 10, 20))).toMatchObject({
    code: 'center.damaged',
  });
  expect(String(city.peek(path))).toContain('"seq":11,');
  const west = { ...member, branch: 'west' };
  expect((await later.intake.take(west, await piece(branch, 0, 20))).ok).toBe(true);
  await intake.close();
});

test.skipIf(isAbsent('postgres'))(
  'where a ledger ends is believed only with the signed head that says so (postgres)',
  async () => {
    const [store, branch] = [await openStore('postgres'), await branchDisk(10)];
    const office = await startIntake(store);
    await drained(office, branch, 10, 10);
    const held = async () => ledgerIn(await heldIn(store), shelfOf(EAST));
    const before = await held();
    const set = (seq: number) => store.db.updateTable('stands').set({ seq }).execute();
    const next = await piece(branch, 10, 20);
    for (const seq of [9, 11]) {
      await set(seq);
      const answer = await office.intake.take(office.member, next);
      expect(answer, `said to end at ${seq}`).toMatchObject({ code: 'center.damaged' });
    }
    expect(await held()).toEqual(before);
    await set(10);
    expect((await office.intake.take(office.member, next)).ok).toBe(true);
  },
);
