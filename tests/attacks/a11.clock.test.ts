import { expect, test } from 'vitest';
import { openBranch } from '../kit/house.ts';
import { here, serve } from '../kit/visit.ts';

const HOUR = 3_600_000;

test('A11: a wall clock set back before a slow customer shortens nothing, and is a fact', async () => {
  const branch = await openBranch();
  const { rig } = branch;
  const { counter, ticket } = await serve(branch);
  rig.clock.stepWall(-HOUR);
  rig.clock.turn(HOUR);
  await rig.hub.pipeline.settled();
  await counter.send({ type: 'service.end', counter: here });
  const { visit } = rig.hub.pipeline.lobby;
  const served = visit.tickets.leaves.flat().find((t) => t.id === ticket);
  const leg = served?.legs.at(-1);
  expect((leg?.endedAt ?? 0) - (leg?.startedAt ?? 0)).toBe(HOUR + 120_000);
  const ledger = String(await rig.disk.read('/data/ledger/2026-11-24.jsonl'));
  expect(ledger).toContain(`"by":${-HOUR}`);
  expect(ledger.match(/"type":"clock.stepped"/g)).toHaveLength(1);
});

test('A11: the time a screen claims for a press decides nothing', async () => {
  const branch = await openBranch();
  const { rig } = branch;
  const { counter } = await serve(branch);
  const ended = { type: 'service.end', counter: here, at: 0 } as never;
  expect(await counter.send(ended)).toMatchObject({ code: 'command.malformed' });
  expect(rig.hub.pipeline.lobby.visit.counters[here]?.present).not.toBeNull();
});
