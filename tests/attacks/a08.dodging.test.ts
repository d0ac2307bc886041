import { expect, test } from 'vitest';
import type { ServiceId } from '../../shared/ids.ts';
import { device, openBranch } from '../kit/house.ts';
import { here, prompted, serve, take } from '../kit/visit.ts';

interface Counts {
  services: number;
  offered: number;
  notOfferable: number;
  given: number;
  declined: number;
  expired: number;
}

/** P14 over the ledger itself, not over what the program made of it. */
async function sums(read: (path: string) => Promise<Buffer | null>): Promise<Counts> {
  const lines = String(await read('/data/ledger/2026-11-24.jsonl'))
    .trim()
    .split('\n');
  const facts = lines.flatMap(
    (line) => JSON.parse(line).facts as { type: string; what?: string }[],
  );
  const count = (...types: string[]) => facts.filter((f) => types.includes(f.type)).length;
  return {
    services: count('service.ended', 'service.transferred', 'service.forgotten'),
    offered: count('rating.offered'),
    notOfferable: count('rating.notOfferable'),
    given: count('rating.given'),
    declined: count('rating.declined'),
    expired: count('rating.expired'),
  };
}

test('A8: skipping, transferring, closing and unplugging leave no silence uncounted', async () => {
  const branch = await openBranch();
  const { rig, token } = branch;
  const { counter, terminal, kiosk } = await serve(branch);
  const at = { counter: here };
  const next = async () => {
    await kiosk.send(take);
    rig.clock.turn(60_000);
    await counter.send({ type: 'call.next', ...at });
    rig.clock.turn(20_000);
    await counter.send({ type: 'service.start', ...at });
    rig.clock.turn(60_000);
  };
  // The next call wipes an open prompt away.
  await counter.send({ type: 'service.end', ...at });
  await prompted(terminal);
  await next();
  // Sent on to another service.
  await counter.send({ type: 'service.transfer', ...at, to: 'account' as ServiceId });
  // The terminal is unplugged before the end.
  await next();
  terminal.socket.disconnect();
  await expect
    .poll(() => rig.hub.pipeline.lobby.visit.counters[here]?.terminal, { timeout: 4000 })
    .toBe(false);
  rig.clock.turn(30_000);
  await counter.send({ type: 'service.end', ...at });
  // The terminal comes back; the counter closes under the next prompt.
  const back = await device(rig, token.rating);
  await back.watch({ name: 'rating', ...at });
  await expect.poll(() => rig.hub.pipeline.lobby.visit.counters[here]?.terminal).toBe(true);
  await next();
  await counter.send({ type: 'service.end', ...at });
  await prompted(back);
  await counter.send({ type: 'counter.close', ...at });
  rig.clock.turn(120_000);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });

  const { services, offered, notOfferable, ...rest } = await sums((path) => rig.disk.read(path));
  expect({ services, offered, notOfferable }).toEqual({ services: 4, offered: 2, notOfferable: 2 });
  expect(rest.given + rest.declined + rest.expired).toBe(offered);
  const { visit, devices } = rig.hub.pipeline.lobby;
  expect(visit.counters[here]?.terminalOff, 'the gap is a figure').toBeGreaterThanOrEqual(30_000);
  expect(devices.devices[branch.id.rating]?.online).toBe(true);
}, 20_000);
