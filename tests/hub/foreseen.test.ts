import { expect, test } from 'vitest';
import { FORESIGHT } from '../../server/foresight/memory.ts';
import type { CounterId, ServiceId } from '../../shared/ids.ts';
import { type HubRig, screen, startHub } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { ask, startPhones } from '../kit/phone.ts';
import { until } from '../kit/printing.ts';

const cash = 'cash' as ServiceId;
const two = '2' as CounterId;
const take = { type: 'ticket.issue', service: cash, class: 'ordinary', by: 'kiosk' } as const;
const path = `${FOLDER}/${FORESIGHT}`;

/** `n` people, one after another, served in 100 seconds each. */
async function serves({ hub, clock }: HubRig, n: number) {
  const press = (command: Parameters<typeof hub.pipeline.submitOwn>[0]) =>
    hub.pipeline.submitOwn(command);
  await press({ type: 'counter.open', counter: two });
  for (let i = 0; i < n; i++) {
    await press(take);
    clock.turn(20_000);
    await press({ type: 'call.next', counter: two });
    clock.turn(10_000);
    await press({ type: 'service.start', counter: two });
    clock.turn(100_000);
    await press({ type: 'service.end', counter: two });
    clock.turn(5_000);
  }
}

/** A counter with somebody at it, and three who wait. */
async function fills({ hub, clock }: HubRig) {
  await hub.pipeline.submitOwn({ type: 'counter.open', counter: two });
  await hub.pipeline.submitOwn(take);
  await hub.pipeline.submitOwn({ type: 'call.next', counter: two });
  await hub.pipeline.submitOwn({ type: 'service.start', counter: two });
  for (let i = 0; i < 3; i++) await hub.pipeline.submitOwn(take);
  clock.turn(10_000);
}

const learnt = ({ hub }: HubRig) => hub.seer.known.learned.durations[cash]?.length ?? 0;

test('kiosk, display, panel and phone say the same, and it is what the predictor says', async () => {
  const rig = await startPhones();
  await fills(rig);
  const page = await screen(rig);
  for (const name of ['kiosk', 'lobby', 'manager'] as const) await page.watch({ name });
  const said = await page.sees('kiosk', (v) => v.services[0]?.expected.wait !== null);
  const wait = said.services[0]?.expected.wait;
  expect(wait?.mid).toBeGreaterThan(600);
  for (const name of ['lobby', 'manager'] as const)
    expect(
      (await page.sees(name, (v) => v.services[0]?.expected.wait !== null)).services[0]?.expected,
    ).toEqual({ ahead: 3, wait });
  const taken = await page.send(take);
  const ticket = taken.ok && taken.ticket;
  if (!ticket) throw new Error('no ticket');
  await until(() => rig.hub.seer.waitOf(ticket) !== null);
  const seen = await ask(rig, `${rig.path(ticket)}/view`);
  const phone = JSON.parse(seen.text).stage;
  expect(phone).toMatchObject({ is: 'waiting', ahead: 3 });
  expect(Math.abs(phone.wait.mid - (wait?.mid ?? 0))).toBeLessThan(0.15 * (wait?.mid ?? 0));
});

test('what was learned by the close of a day is there after a restart', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  await serves(rig, 12);
  await rig.hub.pipeline.submitOwn({ type: 'day.close', by: 'manager' });
  await until(async () => (await disk.read(path)) !== null);
  await rig.stop();
  expect(JSON.parse((await disk.read(path))?.toString() ?? '{}')).toMatchObject({ shape: 2 });
  const again = await startHub({ disk, clock: rig.clock });
  expect(learnt(again)).toBe(12);
});

test('without it, or with a rotten one, the last days are read again behind the start', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  await serves(rig, 12);
  await rig.hub.pipeline.submitOwn({ type: 'day.close', by: 'manager' });
  await until(async () => (await disk.read(path)) !== null);
  await rig.stop();
  const kept = (await disk.read(path))?.toString() ?? '';
  const file = await disk.open(path, 'fresh');
  await file.write(Buffer.from(kept.replace('"seen":', '"seen":1')));
  await file.close();
  const again = await startHub({ disk, clock: rig.clock });
  await until(() => learnt(again) === 12);
  expect(again.said).toEqual([]);
});

test('today is learned again where the hub went down within it', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  await serves(rig, 5);
  await rig.stop();
  const again = await startHub({ disk, clock: rig.clock });
  await until(() => learnt(again) === 5);
});

test('an alert of a long expected wait carries the figure that came in with its tick', async () => {
  const rig = await startHub();
  await fills(rig);
  for (let i = 0; i < 8; i++) await rig.hub.pipeline.submitOwn(take);
  await until(() => {
    rig.clock.turn(300);
    return rig.hub.pipeline.lobby.care.alerts.some((a) => a.kind === 'expected');
  });
  const alert = rig.hub.pipeline.lobby.care.alerts.find((a) => a.kind === 'expected');
  expect(alert?.figure).toBeGreaterThan(1200);
});
