import { expect, test } from 'vitest';
import type { BusinessDate, DeviceId, LoanId, ServiceId } from '../../shared/ids.ts';
import type { CommandOf } from '../../shared/visit/commands.ts';
import { isCutOff } from '../../shared/visit/lent.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import { handClock } from '../kit/handClock.ts';
import { device, firstPanel, openBranch, PIN, pair, signedIn, startHouse } from '../kit/house.ts';
import { type HubRig, idAt, NINE, type Screen, screen, startHub } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const [ONE, TWO] = [1, 2].map((n) => `019ab000-0000-7000-8000-00000000000${n}` as LoanId);
const MINUTE = 60_000;

const borrow = (kiosk: Screen, loan = ONE as LoanId) =>
  kiosk.send({ type: 'numbers.borrow', loan });

const given = (number: string, issuedAt: number): CommandOf<'ticket.handIn'> => ({
  ...{ type: 'ticket.handIn', date: '2026-11-24' as BusinessDate, number, issuedAt },
  ...{ service: 'cash' as ServiceId, class: 'ordinary' },
});

const loanOf = (rig: HubRig, loan = ONE as LoanId) => rig.hub.pipeline.lobby.visit.loans[loan];
const ticketsOf = (rig: HubRig) =>
  [...rowsOf(rig.hub.pipeline.lobby.visit.tickets)].map((t) => [t.number, t.firstAt]);

/** Until the hub has noticed that the line is gone. */
async function drops(rig: HubRig, kiosk: Screen, loan = ONE as LoanId): Promise<void> {
  kiosk.socket.disconnect();
  await expect.poll(() => loanOf(rig, loan)?.away.at(-1)?.to).toBe(null);
}

test('a kiosk on the hub’s own machine: its line breaks, and its times are believed', async () => {
  const rig = await startHub();
  const kiosk = await screen(rig);
  expect(await borrow(kiosk)).toMatchObject({ ok: true });
  rig.clock.turn(10 * MINUTE);
  await drops(rig, kiosk);
  const at = rig.clock.now().at;
  rig.clock.turn(5 * MINUTE);
  const back = await screen(rig);
  expect(await borrow(back)).toMatchObject({ ok: true });
  await back.send(given('A701', at + MINUTE));
  await back.send(given('A702', at - 5 * MINUTE));
  expect(ticketsOf(rig)).toEqual([
    ['A701', at + MINUTE],
    ['A702', at + 5 * MINUTE],
  ]);
});

test('a second line of one kiosk means that the first was dead', async () => {
  const rig = await startHub();
  const first = await screen(rig);
  await borrow(first);
  rig.clock.turn(MINUTE);
  const second = await screen(rig);
  expect(await borrow(second)).toMatchObject({ ok: true });
  expect(loanOf(rig)?.away).toEqual([{ from: NINE + MINUTE, to: NINE + MINUTE }]);
  first.socket.disconnect();
  await rig.hub.pipeline.settled();
  expect(await borrow(second)).toMatchObject({ ok: false, code: 'lent.none' });
});

test('a number handed in twice is one ticket, with the same answer to the same id', async () => {
  const rig = await startHub();
  const kiosk = await screen(rig);
  await borrow(kiosk);
  const command = { ...given('A701', NINE), id: idAt(NINE) };
  const answers = await Promise.all([kiosk.raw(command), kiosk.raw(command)]);
  expect(answers[0]).toMatchObject({ ok: true, number: 'A701' });
  expect(answers[1]).toEqual(answers[0]);
  expect(await kiosk.send(given('A701', NINE))).toMatchObject({ ok: false, code: 'lent.known' });
  expect(ticketsOf(rig)).toHaveLength(1);
});

test('after the hub was down, both kiosks hand in: each number once, each with its time', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  await borrow(await screen(rig));
  await borrow(await screen(rig), TWO);
  await rig.stop();
  const again = await startHub({ disk, clock: handClock(NINE + 10 * MINUTE) });
  const [one, two] = [await screen(again), await screen(again)];
  await Promise.all([
    one.send(given('A702', NINE + 2 * MINUTE)),
    two.send(given('A751', NINE + 3 * MINUTE)),
    one.send(given('A701', NINE + MINUTE)),
  ]);
  expect(ticketsOf(again).sort()).toEqual([
    ['A701', NINE + MINUTE],
    ['A702', NINE + 2 * MINUTE],
    ['A751', NINE + 3 * MINUTE],
  ]);
});

test('a kiosk hands in what it was lent itself, and borrows under its own loan', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const [mine, theirs] = [await pair(rig, panel, 'kiosk'), await pair(rig, panel, 'kiosk')];
  const [here, there] = [await device(rig, mine.token), await device(rig, theirs.token)];
  await borrow(here);
  expect(loanOf(rig)?.device).toBe(mine.id);
  expect(await borrow(there)).toMatchObject({ code: 'gate.forbidden' });
  expect(await there.send(given('A701', NINE))).toMatchObject({ code: 'gate.forbidden' });
  expect(await here.send(given('A701', NINE))).toMatchObject({ ok: true, number: 'A701' });
});

test('what a revoked kiosk gave out is entered by hand, with its time', async () => {
  const { rig, panel, token, id } = await openBranch();
  const kiosk = await device(rig, token.kiosk);
  await borrow(kiosk);
  const boss = await device(rig, await signedIn(rig, panel, 'b1', PIN));
  await boss.send({ type: 'device.revoke', device: id.kiosk as DeviceId });
  await expect
    .poll(() => isCutOff(loanOf(rig) ?? { device: null, blocks: [], away: [] }))
    .toBe(true);
  rig.clock.turn(10 * MINUTE);
  const tablet = await device(rig, token.floor);
  const entered = given('A701', NINE + 4 * MINUTE);
  expect(await tablet.send(entered)).toMatchObject({ code: 'person.notSignedIn' });
  const manager = await device(rig, await signedIn(rig, token.floor, 'l1', PIN));
  expect(await manager.send(entered)).toMatchObject({ ok: true, number: 'A701' });
  expect(ticketsOf(rig)).toEqual([['A701', NINE + 4 * MINUTE]]);
});
