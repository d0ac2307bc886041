import { expect, test, vi } from 'vitest';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { codeFor, startBranch, startCenter, tickets } from '../kit/center.ts';
import { asks, founded, withTree } from '../kit/cityDoor.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

test('a branch’s page knows its open alerts, who works there, and how its ledger is witnessed', async () => {
  const clock = handClock(NINE);
  const city = await startCenter(new MemoryDisk(), { clock });
  const chief = await founded(city);
  await withTree(city, chief);
  const now = async (branch: string) => {
    const said = await asks(city, chief, { type: 'branch.now', branch: branch as never });
    return said.ok ? said.answer : null;
  };
  expect(await asks(city, chief, { type: 'branch.now', branch: 'east' as never })).toMatchObject({
    code: 'door.unknown',
  });
  const east = await startBranch(city, await codeFor(city, 'east'), { clock });
  const press = async (command: object) => {
    const sender = { device: 'hub', person: null, role: 'hub' } as const;
    const answer = await east.hub.pipeline.submitOwn(command as LobbyCommand, sender);
    if (!answer.ok) throw new Error(answer.says.en);
  };
  await press({ type: 'staff.add', person: 't1', post: 'teller' });
  await tickets(east, 3);
  clock.turn(31 * 60_000);
  await press({ type: 'tick' });
  const { witnessed } = await east.synced();
  const answer = await now('east');
  expect(answer?.alerts[0]).toMatchObject({ kind: 'wait', level: 'red', acknowledged: false });
  expect(answer?.alerts[0]?.figure).toBeGreaterThanOrEqual(30 * 60);
  expect(answer?.staff).toEqual([{ id: 't1', post: 'teller' }]);
  expect(answer?.link).toMatchObject({ epoch: 1, silent: false, untaken: null, due: 0 });
  expect(answer?.link.witnessed).toMatchObject({ seq: witnessed?.seq });
  expect(answer?.link.witnessed?.hash).toMatch(/^[0-9a-f]{64}$/);
  const heardAt = answer?.link.heardAt;
  clock.turn(5 * 60_000);
  expect((await now('east'))?.link).toMatchObject({ silent: true, heardAt });
});
