import { expect, test } from 'vitest';
import {
  codeFor,
  ledgerIn,
  nextDay,
  shelfOf,
  startBranch,
  startCenter,
  tickets,
} from '../kit/center.ts';
import { verdictOf } from '../kit/copies.ts';

test('two branches are collected: the center holds their ledgers byte for byte', async () => {
  const city = await startCenter();
  const branches = await Promise.all(
    ['east', 'west'].map(async (id) => startBranch(city, await codeFor(city, id))),
  );
  for (const branch of branches) {
    await tickets(branch, 12);
    await nextDay(branch);
    await tickets(branch, 5);
  }
  for (const branch of branches) {
    expect(await branch.synced()).toMatchObject({ linked: true, behind: 0, refused: null });
  }
  for (const [i, id] of ['east', 'west'].entries()) {
    expect(await ledgerIn(city.disk, shelfOf(id))).toEqual(
      await ledgerIn(branches[i]?.disk ?? city.disk),
    );
    expect(await verdictOf(city.disk, shelfOf(id))).toMatch(/^ok/);
  }
  expect(await city.center.branches()).toMatchObject([
    { branch: 'east', epoch: 1, refused: null },
    { branch: 'west', epoch: 1, refused: null },
  ]);
});
