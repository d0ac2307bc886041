import { expect, test } from 'vitest';
import { Days } from '../../server/upkeep/days.ts';
import type { CounterId, ServiceId, StaffId } from '../../shared/ids.ts';
import type { Fact } from '../../shared/lobby.ts';
import type { QuestionOf, QuestionType } from '../../shared/questions/questions.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import type { Asked } from '../../shared/wire.ts';
import { type HubRig, type Screen, screen, startHub } from '../kit/hub.ts';
import { fileOf, linesOf, TUESDAY } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const counter = '2' as CounterId;
const DAY = 86_400_000;
const take = {
  type: 'ticket.issue',
  service: 'cash' as ServiceId,
  class: 'ordinary',
  by: 'kiosk',
} as const;

const asking = <T extends QuestionType>(on: Screen, question: object) =>
  new Promise<Asked<T>>((done) =>
    on.socket.emit('ask', question, (said) => done(said as Asked<T>)),
  );

async function answered<T extends QuestionType>(on: Screen, question: QuestionOf<T> | object) {
  const said = await asking<T>(on, question);
  if (!said.ok) throw new Error(said.code);
  return said.answer;
}

/** A branch on whose Tuesday one customer was called, missed once, served, and asked to rate. */
async function tuesday(): Promise<{ rig: HubRig; on: Screen; disk: MemoryDisk }> {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  const on = await screen(rig);
  await on.send({ type: 'counter.open', counter, teller: 't1' as StaffId });
  await on.send(take);
  rig.clock.turn(120_000);
  await on.send({ type: 'call.next', counter });
  rig.clock.turn(20_000);
  await on.send({ type: 'service.start', counter });
  rig.clock.turn(180_000);
  await on.send({ type: 'service.end', counter });
  return { rig, on, disk };
}

const story = { type: 'ticket.story', date: TUESDAY, number: 'a001' };

test('a ticket tells its whole story, with who pressed what, today', async () => {
  const { on } = await tuesday();
  const told = await answered<'ticket.story'>(on, story);
  expect(told).toMatchObject({ number: 'A001', service: 'cash', situation: 'done' });
  expect(told.steps.map(({ fact }) => fact.type)).toEqual([
    'ticket.issued',
    'ticket.called',
    'service.started',
    'service.ended',
    'rating.notOfferable',
  ]);
  expect(told.names.counters[counter]).toEqual({ zh: '2号窗口', en: 'Counter 2' });
});

test('the story of a past day is the same, and grows no more', async () => {
  const { rig, on } = await tuesday();
  const before = await answered<'ticket.story'>(on, story);
  rig.clock.turn(DAY);
  await on.send(take);
  expect(rig.hub.pipeline.lobby.visit.day?.date).toBe('2026-11-25');
  expect(await answered(on, story)).toEqual(before);
  const today = await answered<'ticket.story'>(on, { ...story, date: '2026-11-25' });
  expect(today).toMatchObject({ situation: 'waiting', date: '2026-11-25' });
});

test('a past day is folded from its own file to what the whole ledger makes of it', async () => {
  const { rig, on, disk } = await tuesday();
  rig.clock.turn(DAY);
  await on.send(take);
  const days = new Days();
  for (const date of [TUESDAY, '2026-11-25'])
    for (const line of linesOf(disk, date))
      for (const fact of JSON.parse(line).facts as Fact[]) days.take(fact);
  const csv = await (await fetch(`${rig.url}/api/files/day.tickets?date=${TUESDAY}`)).text();
  const [ticket] = days.all()[0]?.tickets ?? [];
  expect(csv.split('\r\n')[1]).toBe(
    `${ticket?.id},A001,branch-1,ordinary,cash,2,1,2026-11-24T09:00:00,2026-11-24T09:02:20,2026-11-24T09:05:20,served`,
  );
  expect([...rowsOf(days.lobby.visit.tickets)]).toHaveLength(1);
});

test('what is not there is said to be not there: a day, a number, a pruned day', async () => {
  const { rig, on, disk } = await tuesday();
  expect(await asking(on, { ...story, date: '2026-11-20' })).toMatchObject({
    code: 'history.noDay',
    says: { zh: '账本里没有 2026-11-20 这个营业日。' },
  });
  expect(await asking(on, { ...story, number: 'B009' })).toMatchObject({
    code: 'history.noTicket',
  });
  rig.clock.turn(DAY);
  await on.send(take);
  disk.put(fileOf(TUESDAY), null);
  expect(await asking(on, story)).toMatchObject({ code: 'history.pruned' });
});

test('a day whose file was changed since is refused, and the presses go on', async () => {
  const { rig, on, disk } = await tuesday();
  rig.clock.turn(DAY);
  await on.send(take);
  const changed = String(disk.peek(fileOf(TUESDAY))).replace('"A001"', '"A009"');
  disk.put(fileOf(TUESDAY), Buffer.from(changed));
  expect(await asking(on, story)).toMatchObject({ code: 'history.unsound' });
  expect(await on.send(take)).toMatchObject({ ok: true });
});

test('nonsense is refused with the field that is wrong', async () => {
  const { on, rig } = await tuesday();
  const wrong = [
    [{ ...story, date: '2026-13-01' }, 'date'],
    [{ ...story, number: '<b>' }, 'number'],
    [{ ...story, more: 1 }, 'command'],
    [{ type: 'secrets' }, 'type'],
  ] as const;
  for (const [question, at] of wrong)
    expect(await asking(on, question)).toMatchObject({
      code: 'command.malformed',
      details: { at },
    });
  const address = `${rig.url}/api/questions/ticket.story?date=${TUESDAY}`;
  expect((await fetch(`${address}&number=A001`)).status).toBe(200);
  expect((await fetch(`${address}&number=A777`)).status).toBe(404);
  expect((await fetch(address)).status).toBe(400);
});

test('whoever asks after a press is told of it, however soon, and many are told together', async () => {
  const { rig, on, disk } = await tuesday();
  const readings = () => disk.calls.filter((call) => call === 'open').length;
  const stepsNow = async () => (await answered<'ticket.story'>(on, story)).steps.length;
  await on.send(take);
  await on.send({ type: 'call.next', counter });
  const ofNext = { ...story, number: 'A002' };
  const told = async () => (await answered<'ticket.story'>(on, ofNext)).steps.length;
  expect(await stepsNow()).toBe(5);
  expect(await told()).toBe(2);
  for (const type of ['service.start', 'service.end'] as const) {
    rig.clock.turn(20_000);
    const before = await told();
    await on.send({ type, counter });
    const read = readings();
    const said = await Promise.all(Array.from({ length: 10 }, told));
    expect(Math.min(...said), type).toBeGreaterThan(before);
    expect(readings() - read, type).toBe(1);
  }
});

test('many screens with one question cost one reading, and a flood of others is cut short', async () => {
  const { on, disk } = await tuesday();
  const readings = () => disk.calls.filter((call) => call === 'open').length;
  const before = readings();
  const many = await Promise.all(Array.from({ length: 30 }, () => asking(on, story)));
  expect(many.every(({ ok }) => ok)).toBe(true);
  expect(readings()).toBe(before + 1);
  const others = Array.from({ length: 60 }, (_, n) => ({ ...story, number: `B${n}` }));
  const said = await Promise.all(others.map((question) => asking(on, question)));
  const codes = said.map((answer) => (answer.ok ? 'ok' : answer.code));
  expect(new Set(codes)).toEqual(new Set(['history.noTicket', 'rate.exceeded']));
  expect(readings()).toBe(before + 1);
});
