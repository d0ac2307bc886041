import { expect, test } from 'vitest';
import type { ServiceId, TicketId } from '../../shared/ids.ts';
import { device, openBranch, PIN, signedIn } from '../kit/house.ts';
import type { HubRig } from '../kit/hub.ts';
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
  // An end that was taken back takes its offer with it; here each such one had been offered.
  const undone = facts.filter((f) => f.type === 'press.undone' && f.what === 'end').length;
  return {
    services: count('service.ended', 'service.transferred', 'service.forgotten') - undone,
    offered: count('rating.offered') - undone,
    notOfferable: count('rating.notOfferable'),
    given: count('rating.given'),
    declined: count('rating.declined'),
    expired: count('rating.expired'),
  };
}

type Device = Awaited<ReturnType<typeof device>>;

/** The next one is called and served; `next` takes a number first. */
function usualWay(rig: HubRig, counter: Device, kiosk: Device) {
  const at = { counter: here };
  const called = async () => {
    rig.clock.turn(60_000);
    await counter.send({ type: 'call.next', ...at });
    rig.clock.turn(20_000);
    await counter.send({ type: 'service.start', ...at });
    rig.clock.turn(60_000);
  };
  const next = async () => {
    await kiosk.send(take);
    await called();
  };
  return { called, next };
}

test('A8: skipping, missing, reopening, transferring, closing and unplugging leave no silence uncounted', async () => {
  const branch = await openBranch();
  const { rig, token } = branch;
  const { counter, terminal, kiosk } = await serve(branch);
  const floor = await device(rig, await signedIn(rig, token.floor, 'l1', PIN));
  const at = { counter: here };
  const { called, next } = usualWay(rig, counter, kiosk);
  // Reopened before the customer could touch, and ended again.
  await counter.send({ type: 'service.end', ...at });
  const first = await prompted(terminal);
  expect(await counter.send({ type: 'press.undo', ...at })).toMatchObject({ ok: true });
  await terminal.sees('rating', (view) => view.prompt === null);
  await counter.send({ type: 'service.end', ...at });
  expect((await prompted(terminal)).offer).not.toBe(first.offer);
  // Called as missed instead of being served: nothing was done, so nothing is to be rated yet.
  const missed = await kiosk.send(take);
  rig.clock.turn(60_000);
  await counter.send({ type: 'call.next', ...at });
  rig.clock.turn(30_000);
  await counter.send({ type: 'call.again', ...at });
  rig.clock.turn(30_000);
  expect(await counter.send({ type: 'ticket.missed', ...at })).toMatchObject({ ok: true });
  const ticket = (missed.ok && missed.ticket) as TicketId;
  expect(await floor.send({ type: 'ticket.back', ticket })).toMatchObject({ ok: true });
  // The next call wipes an open prompt away.
  await called();
  // Sent on to another service.
  await counter.send({ type: 'service.transfer', ...at, to: 'account' as ServiceId });
  // The terminal is unplugged before the end.
  await next();
  terminal.socket.disconnect();
  await expect.poll(() => rig.hub.pipeline.lobby.visit.counters[here]?.terminal).toBe(false);
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
