import { expect, test } from 'vitest';
import type { CounterId, ServiceId, StaffId } from '../../shared/ids.ts';
import type { Answer } from '../../shared/wire.ts';
import { NINE, type Screen, screen, startHub } from '../kit/hub.ts';

const counter = '2' as CounterId;
const take = {
  type: 'ticket.issue',
  service: 'cash' as ServiceId,
  class: 'ordinary',
  by: 'kiosk',
} as const;
const opens = { type: 'counter.open', counter, teller: '1024' as StaffId } as const;

const issued = (answer: Answer) => {
  if (!answer.ok || !answer.number) throw new Error(`no ticket: ${JSON.stringify(answer)}`);
  return answer.number;
};

async function lobbyOf(...names: ('kiosk' | 'lobby' | 'manager' | 'figures')[]) {
  const rig = await startHub();
  const screens: Screen[] = [];
  for (const name of names) {
    const one = await screen(rig);
    await one.watch({ name });
    screens.push(one);
  }
  return { rig, screens };
}

test('a ticket taken at the kiosk shows on the display and the panel', async () => {
  const { screens } = await lobbyOf('kiosk', 'lobby', 'manager');
  const [kiosk, lobby, manager] = screens as [Screen, Screen, Screen];
  expect(issued(await kiosk.send(take))).toBe('A001');
  const shown = await lobby.sees('lobby', (v) => v.services[0]?.waiting === 1);
  expect(shown.services[0]?.name.zh).toBe('个人现金');
  const panel = await manager.sees('manager', (v) => v.line.length === 1);
  expect(panel.line[0]).toMatchObject({ number: 'A001', class: 'ordinary', from: NINE });
});

test('a whole visit runs from ticket to rating and its measures reach the manager', async () => {
  const { rig, screens } = await lobbyOf('figures');
  const [figures] = screens as [Screen];
  const teller = await screen(rig);
  const terminal = await screen(rig);
  await terminal.watch({ name: 'rating', counter });
  await teller.watch({ name: 'counter', counter });
  await teller.send(opens);
  await teller.send(take);
  rig.clock.turn(240_000);
  expect((await teller.send({ type: 'call.next', counter })).ok).toBe(true);
  rig.clock.turn(30_000);
  await teller.send({ type: 'service.start', counter });
  await teller.send({ type: 'rating.invite', counter });
  rig.clock.turn(180_000);
  await teller.send({ type: 'service.end', counter });
  const { prompt } = await terminal.sees('rating', (v) => v.prompt !== null);
  if (!prompt) throw new Error('the terminal did not open');
  const { ticket, offer } = prompt;
  rig.clock.turn(2500);
  const rating = { type: 'rating.give', ticket, offer, level: 'satisfied', took: 2500 } as const;
  expect(await terminal.send(rating)).toMatchObject({ ok: true });
  const { all } = await figures.sees('figures', (v) => v.all.rating.given === 1);
  expect(all.wait).toMatchObject({ n: 1, mean: 270, p50: 270, max: 270 });
  expect(all.callGap.mean).toBe(30);
  expect(all.service.mean).toBe(180);
  expect(all.rating).toMatchObject({ done: 1, offered: 1, satisfaction: 85, invitationRate: 1 });
});

test('the teller never sees a rating, the display never a teller', async () => {
  const { rig, screens } = await lobbyOf('lobby');
  const [lobby] = screens as [Screen];
  const teller = await screen(rig);
  const terminal = await screen(rig);
  await terminal.watch({ name: 'rating', counter });
  await teller.watch({ name: 'counter', counter });
  await teller.send(opens);
  await teller.send(take);
  await teller.send({ type: 'call.next', counter });
  await teller.send({ type: 'service.start', counter });
  await teller.send({ type: 'service.end', counter });
  const { prompt } = await terminal.sees('rating', (v) => v.prompt !== null);
  if (!prompt) throw new Error('the terminal did not open');
  rig.clock.turn(2000);
  const { ticket, offer } = prompt;
  await terminal.send({ type: 'rating.give', ticket, offer, level: 'dissatisfied', took: 2000 });
  await terminal.sees('rating', (v) => v.prompt?.given?.level === 'dissatisfied');
  await lobby.sees('lobby', (v) => v.counters[1]?.doing === 'free');
  expect(JSON.stringify(teller.seen)).not.toContain('dissatisfied');
  expect(JSON.stringify(lobby.seen)).not.toContain('1024');
});

test('a view carries the revision it stands on and is sent only when it differs', async () => {
  const { rig, screens } = await lobbyOf('kiosk');
  const [kiosk] = screens as [Screen];
  const answer = await kiosk.send(take);
  await kiosk.sees('kiosk', (v) => v.waiting === 1);
  const last = kiosk.seen.at(-1);
  expect(last?.rev).toBe(answer.ok && answer.seq);
  const before = kiosk.seen.length;
  rig.hub.beat();
  await new Promise((done) => setTimeout(done, 60));
  expect(kiosk.seen.length).toBe(before);
});

test('a screen on polling is served like one on a websocket', async () => {
  const rig = await startHub();
  const kiosk = await screen(rig, ['polling']);
  await kiosk.watch({ name: 'kiosk' });
  await kiosk.send(take);
  expect(kiosk.socket.io.engine.transport.name).toBe('polling');
  await kiosk.sees('kiosk', (v) => v.waiting === 1);
});
