import { expect, test } from 'vitest';
import type { ServiceId } from '../../shared/ids.ts';
import { screen, startHub } from '../kit/hub.ts';
import { printerDouble } from '../kit/printerDouble.ts';
import { impatient, networkClock, startPrinting, until, withPrinters } from '../kit/printing.ts';

const service = 'cash' as ServiceId;
const take = { type: 'ticket.issue', service, class: 'ordinary', by: 'kiosk' } as const;

test('a ticket comes out whole: number, service, place in the line, Chinese right, English below', async () => {
  const printer = await printerDouble();
  const rig = await startPrinting([printer], {
    paper: { patience: impatient, pageOf: (id) => `https://branch.example/visit/${id}` },
  });
  const kiosk = await screen(rig);
  await kiosk.send({ type: 'counter.open', counter: '1' as never });
  await until(() => {
    rig.clock.turn(10);
    return rig.hub.seer.waitFor(service, 'ordinary') !== null;
  });
  const taken = [];
  for (let i = 0; i < 4; i++) taken.push(await kiosk.send(take));
  await until(() => printer.tickets.length === 4);
  const last = taken[3]?.ok && taken[3].ticket;
  expect(printer.tickets[3]).toEqual([
    { text: '示范网点' },
    { text: 'Sample branch', small: true },
    { text: '' },
    { text: 'A004', size: 8, bold: true },
    { text: '个人现金', size: 2 },
    { text: 'Personal cash', small: true },
    { text: '' },
    { text: '前面约 3 人' },
    { text: 'About 3 ahead of you', small: true },
    { text: expect.stringMatching(/^预计等候 \d+(～\d+)? 分钟(以内)?$/) },
    { text: expect.stringMatching(/^Expected wait (under )?\d+( to \d+)? min$/), small: true },
    { text: '请留意叫号' },
    { text: 'Please listen for your number', small: true },
    { text: '过号后请找大堂经理' },
    { text: 'If you miss it, ask the lobby manager', small: true },
    { text: '' },
    { qr: `https://branch.example/visit/${last}` },
    { text: '扫码查看排队进度' },
    { text: 'Scan to follow your turn', small: true },
    { text: '2026-11-24  09:00' },
    { cut: true },
  ]);
});

test('tickets taken in the same instant each have their own place in the line', async () => {
  const printer = await printerDouble();
  const rig = await startPrinting([printer]);
  const kiosk = await screen(rig);
  await Promise.all(Array.from({ length: 6 }, () => kiosk.send(take)));
  await until(() => printer.tickets.length === 6);
  const said = printer.tickets.map((t) => [t[3]?.text, t[7]?.text]);
  expect(said).toEqual(
    ['前面没有人', ...[1, 2, 3, 4, 5].map((n) => `前面约 ${n} 人`)].map((ahead, i) => [
      `A00${i + 1}`,
      ahead,
    ]),
  );
});

test('by hand it comes out too, with its class where it matters; the reason stays off the paper', async () => {
  const printer = await printerDouble();
  const rig = await startPrinting([printer]);
  const floor = await screen(rig);
  const care = { ...take, class: 'care', by: 'hand', reason: 'pregnant' } as const;
  await floor.send(care);
  await floor.send({ ...take, by: 'hand', test: true });
  await until(() => printer.tickets.length === 2);
  const [first, second] = printer.tickets.map((t) => t.map((line) => line.text));
  expect(first).toEqual(expect.arrayContaining(['S001', '优先号', 'Priority']));
  expect(JSON.stringify(first)).not.toMatch(/孕|regnan/);
  expect(second).toEqual(
    expect.arrayContaining(['测试号，不办理业务', 'Test only, not for service']),
  );
});

test('names that are long or rare are folded, never cut, on the narrow roll', async () => {
  const printer = await printerDouble();
  const settings = withPrinters([{ port: printer.port, paper: 58 }]);
  const zh = '㐂镕花园路第二网点（营业至十七时，节假日照常办理个人业务）';
  const en = 'Second branch in Garden Road, opposite the old railway station';
  const branch = { ...settings.branch, name: { zh, en } };
  const rig = await startPrinting([printer], { settings: { ...settings, branch } });
  await (await screen(rig)).send(take);
  await until(() => printer.tickets.length === 1);
  const lines = printer.tickets[0] ?? [];
  const head = lines.slice(
    0,
    lines.findIndex((l) => l.text === ''),
  );
  const chinese = head.filter((l) => !l.small).map((l) => l.text ?? '');
  const english = head.filter((l) => l.small).map((l) => l.text ?? '');
  expect(chinese.join('')).toBe(zh);
  expect(english.join(' ')).toBe(en);
  expect(chinese.every((line) => [...line].length <= 16)).toBe(true);
  expect(english.every((line) => line.length <= 42)).toBe(true);
  expect(lines.find((l) => l.text === 'A001')?.size).toBe(7);
});

test('a ticket comes out of its kiosk’s own printer, else of the first; a walk-up has none', async () => {
  const [one, two] = [await printerDouble(), await printerDouble()];
  const settings = withPrinters([one, { port: two.port, kiosks: ['dev-two'] }]);
  const rig = await startPrinting([], { settings });
  const { pipeline } = rig.hub;
  const issue = (device: string) =>
    pipeline.submitOwn(take, { device, person: null, role: 'kiosk' });
  await issue('dev-one');
  await issue('dev-two');
  await pipeline.submitOwn({ type: 'counter.open', counter: '1' as never });
  const walkIn = { type: 'service.walkIn', counter: '1', service: 'cash', class: 'ordinary' };
  await pipeline.submitOwn({ ...walkIn, reason: 'other' } as never);
  await until(() => one.tickets.length === 1 && two.tickets.length === 1);
  expect([one, two].map((p) => p.tickets[0]?.[3]?.text)).toEqual(['A001', 'A002']);
  await rig.stop();
  expect([one.tickets.length, two.tickets.length]).toEqual([1, 1]);
});

test('a restart prints nothing again, and neither does a retry of the same press', async () => {
  const printer = await printerDouble();
  const first = await startPrinting([printer]);
  const kiosk = await screen(first);
  const press = { ...take, id: '019ab3a0-0000-7000-8000-000000000001' };
  const at = first.clock.now().at.toString(16).padStart(12, '0');
  const id = `${at.slice(0, 8)}-${at.slice(8)}-7000-8000-000000000001`;
  const answer = await kiosk.send({ ...press, id });
  await until(() => printer.tickets.length === 1);
  await first.stop();
  const second = await startHub({
    ...{ disk: first.disk, clock: networkClock(), paper: { patience: impatient } },
  });
  const again = await screen(second);
  expect(await again.send({ ...press, id })).toEqual(answer);
  await again.watch({ name: 'manager' });
  await again.sees('manager', (view) => view.printers[0]?.is === 'ok');
  await again.send(take);
  await until(() => printer.tickets.length === 2);
  expect(printer.tickets.map((t) => t[3]?.text)).toEqual(['A001', 'A002']);
});
