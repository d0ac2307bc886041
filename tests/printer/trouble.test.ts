import { expect, test } from 'vitest';
import type { ServiceId } from '../../shared/ids.ts';
import { percentile } from '../../shared/visit/spread.ts';
import { type HubRig, type Screen, screen } from '../kit/hub.ts';
import { type PrinterDouble, printerDouble } from '../kit/printerDouble.ts';
import { startPrinting, until } from '../kit/printing.ts';

const service = 'cash' as ServiceId;
const take = { type: 'ticket.issue', service, class: 'ordinary', by: 'kiosk' } as const;

const numbers = ({ tickets }: PrinterDouble) =>
  tickets.map((t) => t.find((line) => line.bold)?.text);

/** A kiosk that watches its view, and waits for what it says of the printer. */
async function kioskOf(rig: HubRig): Promise<Screen & { says: (is: string) => Promise<unknown> }> {
  const kiosk = await screen(rig);
  await kiosk.watch({ name: 'kiosk' });
  const says = (is: string) => kiosk.sees('kiosk', (view) => view.printers[0]?.is === is);
  return { ...kiosk, says };
}

test('what is wrong stands on the kiosk’s, the floor’s and the manager’s view, since when, and goes by itself', async () => {
  const printer = await printerDouble();
  const rig = await startPrinting([printer]);
  const kiosk = await kioskOf(rig);
  for (const name of ['floor', 'manager'] as const) await kiosk.watch({ name });
  await kiosk.says('ok');
  rig.clock.turn(60_000);
  printer.be({ paper: 'low' });
  await kiosk.says('paperLow');
  printer.be({ paper: 'out' });
  await kiosk.says('paperOut');
  const row = { id: 'p1', name: 'p1', kiosks: [], is: 'paperOut', tells: true };
  const since = rig.clock.now().at;
  for (const name of ['floor', 'manager'] as const) {
    const view = await kiosk.sees(name, (v) => v.printers[0]?.is === 'paperOut');
    expect(view.printers).toEqual([{ ...row, since }]);
  }
  printer.be({ cover: 'open' });
  await kiosk.says('coverOpen');
  printer.be({ cover: 'shut', paper: 'full', fault: true });
  await kiosk.says('error');
  await printer.off();
  await kiosk.says('unreachable');
  printer.be({ fault: false });
  await printer.on();
  await kiosk.says('ok');
  const metrics = await (await fetch(`${rig.url}/metrics`)).text();
  expect(metrics).toContain('tingtang_printers{condition="ok"} 1');
  expect(metrics).toContain('tingtang_printers{condition="paperOut"} 0');
});

test('while the paper is out tickets wait; back, they come in order, without those nobody waits for', async () => {
  const printer = await printerDouble({ paper: 'out' });
  const rig = await startPrinting([printer]);
  const kiosk = await kioskOf(rig);
  await kiosk.says('paperOut');
  await kiosk.send(take);
  rig.clock.turn(121_000);
  for (let i = 0; i < 3; i++) await kiosk.send(take);
  printer.be({ paper: 'full' });
  await until(() => printer.tickets.length === 3);
  expect(numbers(printer)).toEqual(['A002', 'A003', 'A004']);
  expect(rig.logged.filter((line) => line.includes('dropped'))).toHaveLength(1);
});

test('at most fifty wait: the oldest are let go', async () => {
  const printer = await printerDouble({ cover: 'open' });
  const rig = await startPrinting([printer]);
  const kiosk = await kioskOf(rig);
  await kiosk.says('coverOpen');
  for (let i = 0; i < 53; i++) await kiosk.send(take);
  printer.be({ cover: 'shut' });
  await until(() => printer.tickets.length === 50);
  expect(numbers(printer)).toEqual(
    Array.from({ length: 50 }, (_, i) => `A${String(i + 4).padStart(3, '0')}`),
  );
});

test('a printer that hangs delays no customer, and goes on by itself when it comes to', {
  retry: 2,
}, async () => {
  const printer = await printerDouble({ hangs: true });
  const rig = await startPrinting([printer]);
  const kiosk = await kioskOf(rig);
  await kiosk.says('unreachable');
  const took: number[] = [];
  for (let i = 0; i < 60; i++) {
    const start = performance.now();
    expect(await kiosk.send(take)).toMatchObject({ ok: true });
    took.push(performance.now() - start);
  }
  const p95 = percentile(
    [...took].sort((a, b) => a - b),
    0.95,
  );
  expect(p95).toBeLessThanOrEqual(300);
  rig.clock.turn(121_000);
  printer.be({ hangs: false });
  await kiosk.says('ok');
  await kiosk.send(take);
  await until(() => printer.tickets.length > 0);
  expect(numbers(printer)).toEqual(['A061']);
});

test('one that begins to hang under a ticket is found out, and loses at most that one', async () => {
  const printer = await printerDouble();
  const rig = await startPrinting([printer]);
  const kiosk = await kioskOf(rig);
  await kiosk.says('ok');
  printer.be({ hangs: true });
  for (let i = 0; i < 3; i++) await kiosk.send(take);
  await kiosk.says('unreachable');
  printer.be({ hangs: false });
  await until(() => numbers(printer).at(-1) === 'A003');
  expect(['A002,A003', 'A001,A002,A003']).toContain(numbers(printer).join());
});

test('one that tells nothing of itself still prints', async () => {
  const printer = await printerDouble({ tells: false });
  const rig = await startPrinting([printer]);
  const kiosk = await kioskOf(rig);
  const view = await kiosk.sees('kiosk', (v) => v.printers.length === 1);
  expect(view.printers[0]).toMatchObject({ is: 'ok', tells: false });
  for (let i = 0; i < 3; i++) await kiosk.send(take);
  await until(() => printer.tickets.length === 3);
  expect(numbers(printer)).toEqual(['A001', 'A002', 'A003']);
});

test('a line that breaks in the middle is not sent again: it may have printed', async () => {
  const printer = await printerDouble({ ends: { after: 200, by: 'power' } });
  const rig = await startPrinting([printer]);
  const kiosk = await kioskOf(rig);
  await kiosk.send(take);
  await kiosk.send(take);
  await until(() => printer.tickets.length === 1);
  expect(numbers(printer)).toEqual(['A002']);
  expect(rig.logged.some((line) => line.includes('"came":"unsure"'))).toBe(true);
  await kiosk.says('ok');
  expect(printer.jobs()).toBe(2);
});

test('a ticket under which the paper ends, as the printer says itself, is printed anew', async () => {
  const printer = await printerDouble({ ends: { after: 200, by: 'paper' } });
  const rig = await startPrinting([printer]);
  const kiosk = await kioskOf(rig);
  await kiosk.send(take);
  await kiosk.says('paperOut');
  await kiosk.send(take);
  printer.be({ paper: 'full' });
  await until(() => printer.tickets.length === 2);
  expect(numbers(printer)).toEqual(['A001', 'A002']);
});

test('a printer taken out of the settings is left alone, and a new one is used at once', async () => {
  const [one, two] = [await printerDouble(), await printerDouble()];
  const rig = await startPrinting([one]);
  const kiosk = await kioskOf(rig);
  await kiosk.send(take);
  await until(() => one.tickets.length === 1);
  const { settings } = rig.hub.pipeline.lobby.visit;
  const moved = settings.printers?.map((p) => ({ ...p, port: two.port }));
  const answer = await kiosk.send({
    type: 'settings.change',
    settings: { ...settings, printers: moved },
  });
  expect(answer).toMatchObject({ ok: true });
  await kiosk.send(take);
  await until(() => two.tickets.length === 1);
  expect(one.tickets).toHaveLength(1);
});
