import { expect, test } from 'vitest';
import type { ServiceId, TicketId } from '../../shared/ids.ts';
import { settingsSchema } from '../../shared/settings.ts';
import type { RequestAnswer } from '../../shared/wire.ts';
import { ask, openBranch, PIN, signedIn } from '../kit/house.ts';
import { type HubRig, screen } from '../kit/hub.ts';
import { printerDouble } from '../kit/printerDouble.ts';
import { impatient, networkClock, startPrinting, until, withPrinters } from '../kit/printing.ts';

const service = 'cash' as ServiceId;
const take = { type: 'ticket.issue', service, class: 'ordinary', by: 'kiosk' } as const;
const first = '2026-11-24.1' as TicketId;

async function again(rig: HubRig, ticket = first): Promise<RequestAnswer> {
  const { socket } = await screen(rig);
  return new Promise((done) => socket.emit('request', { type: 'ticket.print', ticket }, done));
}

test('a ticket is printed again, says so, and the ledger knows nothing of it', async () => {
  const printer = await printerDouble();
  const rig = await startPrinting([printer]);
  await (await screen(rig)).send(take);
  await until(() => printer.tickets.length === 1);
  rig.clock.turn(12 * 60_000);
  await rig.hub.pipeline.settled();
  const before = rig.hub.pipeline.lobby.visit.tickets;
  expect(await again(rig)).toEqual({ ok: true });
  const lines = printer.tickets[1]?.map((line) => line.text);
  expect(lines).toEqual(expect.arrayContaining(['A001', '2026-11-24  09:00', '09:12 补打']));
  expect(rig.hub.pipeline.lobby.visit.tickets).toBe(before);
  expect(rig.logged.some((line) => line.includes('ticket.printAgain'))).toBe(true);
});

test('why it is not printed is said in a sentence, and it does not come out later unasked', async () => {
  const printer = await printerDouble();
  const rig = await startPrinting([printer]);
  const kiosk = await screen(rig);
  await kiosk.send(take);
  await until(() => printer.tickets.length === 1);
  const no = (code: string) => ({ ok: false, code, says: { zh: expect.any(String) } });
  printer.be({ paper: 'out' });
  expect(await again(rig)).toMatchObject(no('printer.paperOut'));
  printer.be({ paper: 'full', cover: 'open' });
  expect(await again(rig)).toMatchObject(no('printer.coverOpen'));
  printer.be({ cover: 'shut', fault: true });
  expect(await again(rig)).toMatchObject(no('printer.error'));
  printer.be({ fault: false, hangs: true });
  expect(await again(rig)).toMatchObject(no('printer.unreachable'));
  printer.be({ hangs: false });
  await printer.off();
  expect(await again(rig)).toMatchObject(no('printer.unreachable'));
  await printer.on();
  expect(await again(rig)).toEqual({ ok: true });
  expect(printer.tickets).toHaveLength(2);
  expect(await again(rig, '2026-11-24.9' as TicketId)).toMatchObject(no('ticket.unknown'));
  expect(await again(rig, '2026-11-23.1' as TicketId)).toMatchObject(no('ticket.unknown'));
  await kiosk.send({ type: 'ticket.giveUp', ticket: first });
  expect(await again(rig)).toMatchObject(no('ticket.over'));
});

test('without a printer it says so', async () => {
  const rig = await startPrinting([]);
  await (await screen(rig)).send(take);
  expect(await again(rig)).toMatchObject({ ok: false, code: 'printer.none' });
});

test('a kiosk may not print again; whoever runs the floor may, signed in', async () => {
  const printer = await printerDouble();
  const { rig, token } = await openBranch({
    ...{ clock: networkClock(), settings: withPrinters([printer]) },
    paper: { patience: impatient },
  });
  const kiosk = await screen(rig, ['websocket'], token.kiosk);
  await kiosk.send(take);
  const request = { type: 'ticket.print', ticket: first } as const;
  expect(await ask(rig, token.kiosk, request)).toMatchObject({ code: 'gate.forbidden' });
  expect(await ask(rig, token.floor, request)).toMatchObject({ code: 'person.notSignedIn' });
  const floor = await signedIn(rig, token.floor, 'l1', PIN);
  expect(await ask(rig, floor, request)).toMatchObject({ ok: true });
});

test('printers stand in the branch’s own network, each once', () => {
  const withHost = (...hosts: string[]) => {
    const printers = hosts.map((host, i) => ({ id: `p${i}`, host }));
    return settingsSchema.safeParse({ ...withPrinters([]), printers }).success;
  };
  const own = [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.9',
    '172.31.255.1',
    '192.168.1.50',
    '169.254.9.9',
  ];
  expect([...own, '::1', 'fd12:3456::5', 'fe80::1'].filter((host) => !withHost(host))).toEqual([]);
  const others = [
    '8.8.8.8',
    '172.32.0.1',
    '192.169.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '::ffff:8.8.8.8',
  ];
  const names = [
    'printer.local',
    'example.org',
    '10.0.0.1.example.org',
    '2001:db8::1',
    'fd::1',
    '',
  ];
  expect([...others, ...names, '127.1', '0x7f000001'].filter((host) => withHost(host))).toEqual([]);
  const twice = [1, 2].map(() => ({ id: 'p', host: '10.0.0.1' }));
  expect(settingsSchema.safeParse({ ...withPrinters([]), printers: twice }).success).toBe(false);
});
