import { expect, test } from 'vitest';
import type { CounterId, StaffId } from '../../shared/ids.ts';
import { counterStory } from '../../shared/questions/counterDay.ts';
import { dayChart } from '../../shared/questions/dayChart.ts';
import { ticketNumbered, ticketStory } from '../../shared/questions/ticketStory.ts';
import { keptDay } from '../kit/past.ts';
import { type Story, story } from '../kit/story.ts';

const nobody = new Map<StaffId, string>();
const counterOf = async (told: Story, counter: string) =>
  counterStory(await keptDay(told), counter as CounterId, nobody, told.now);
const minutes = (ms: number) => ms / 60_000;

test('a counter tells its day: how it stood, whom it served, its calls and who was missing', async () => {
  const told = story().opens('2').takes().takes().takes();
  told.after(60).serves('2', 300, 30).after(30).losesNext('2').pauses('2').after(600).resumes('2');
  told.after(60).calls('2').after(10).starts('2').after(60);
  const day = await counterOf(told, '2');
  expect(day.stretches.map(({ is }) => is)).toEqual(['open', 'paused', 'open']);
  expect(minutes(day.pausedMs)).toBe(10);
  expect(day.stays.map(({ number, how }) => [number, how])).toEqual([
    ['A001', 'done'],
    ['A003', null],
  ]);
  expect(day).toMatchObject({ calls: 3, missed: 1, servingMs: 360_000 });
  expect(day.service).toMatchObject({ n: 1, mean: 300 });
  expect(day.gap).toMatchObject({ n: 2, mean: 20, max: 30 });
});

test('the close of the day ends what is still open, and no test ticket is in the sums', async () => {
  const told = story().opens('2').takes('cash', 'ordinary', { by: 'hand', test: true });
  told.serves('2', 60).after(600).closesDay().after(3600);
  const day = await counterOf(told, '2');
  expect(day).toMatchObject({ stays: [], service: { n: 0, mean: null } });
  expect(minutes(day.openMs)).toBe(11);
});

test('a counter that was added at noon has a day from noon on, and one that never opened has none', async () => {
  const told = story().opens('2').at('12:00');
  const more = told.lobby.visit.settings.counters[1];
  if (!more) throw new Error('the sample branch has two counters');
  const added = { ...more, id: '9' as CounterId, name: { zh: '9号窗口', en: 'Counter 9' } };
  told.sets({ counters: [...told.lobby.visit.settings.counters, added] });
  told.at('12:05').opens('9').at('13:00');
  const day = await counterOf(told, '9');
  expect(minutes(day.openMs)).toBe(55);
  expect(day.names.counters['9' as CounterId]?.zh).toBe('9号窗口');
  expect((await counterOf(told, '3')).span).toBeNull();
});

test('a service that was given up keeps the name it had in that day', async () => {
  const told = story().opens('2').takes('account').serves('2');
  const { services, counters } = told.lobby.visit.settings;
  told.sets({
    services: services.filter(({ id }) => id !== 'account'),
    counters: counters.map((c) => ({ ...c, services: c.services.filter((s) => s !== 'account') })),
  });
  const day = await keptDay(told);
  const ticket = ticketNumbered(day, 'B001');
  if (!ticket) throw new Error('no B001');
  const { service, names } = ticketStory(day, ticket, nobody);
  expect(names.services[service]?.zh).toBe('个人非现金');
});

test('a ticket’s story has the alert about it, and every step of a customer who came back', async () => {
  const told = story().plugsIn('2').opens('2').takes().takes().losesNext('2').comesBack('A001');
  told.after(20).serves('2', 60).after(2).rates('A001', 'dissatisfied').acknowledges(1);
  const day = await keptDay(told);
  const ticket = ticketNumbered(day, 'A001');
  if (!ticket) throw new Error('no A001');
  expect(ticketStory(day, ticket, nobody).steps.map(({ fact }) => fact.type)).toEqual([
    'ticket.issued',
    'ticket.called',
    'ticket.recalled',
    'ticket.missed',
    'ticket.returned',
    'ticket.called',
    'service.started',
    'service.ended',
    'rating.offered',
    'rating.given',
    'alert.raised',
    'warning.raised',
    'alert.acknowledged',
  ]);
});

const chartOf = async (told: Story) => dayChart(await keptDay(told));
const clock = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);

test('the day’s chart has who waited and who was open, minute by minute, as it was', async () => {
  const told = story().at('09:01').opens('2').takes().takes().at('09:04').calls('2').at('09:05');
  const { track, calls } = await chartOf(told);
  expect(track.map(({ at, waiting, open }) => [clock(at), waiting, open])).toEqual([
    ['09:00', 0, 0],
    ['09:01', 0, 0],
    ['09:02', 2, 1],
    ['09:03', 2, 1],
    ['09:04', 2, 1],
    ['09:05', 1, 1],
  ]);
  expect(calls).toMatchObject([{ number: 'A001', class: 'ordinary', seconds: 180 }]);
});

test('while the hub was gone nobody knows who waited', async () => {
  const told = story().opens('2').takes().at('09:01:10').takes().at('09:04:10').restarts();
  told.at('09:05');
  const { track } = await chartOf(told);
  expect(track.map(({ waiting }) => waiting)).toEqual([0, 1, null, null, null, 2]);
});

test('a call that was taken back is no call, and a clock that was set is told', async () => {
  const told = story().opens('2').takes().calls('2').after(2).undoes('2').after(60);
  told.does({ type: 'clock.step', by: 3_600_000, offset: 3_600_000 });
  const { calls, clockSteps, offset } = await chartOf(told);
  expect(calls).toEqual([]);
  expect(clockSteps).toEqual([{ at: told.now, by: 3_600_000 }]);
  expect(offset).toBe(3_600_000);
});

test('a day nobody came on is a chart of zeros, not an error', async () => {
  const told = story().at('09:03').ticks().closesDay();
  const { track, calls } = await chartOf(told);
  expect(track.map(({ waiting }) => waiting)).toEqual([0, 0, 0, 0]);
  expect(calls).toEqual([]);
});
