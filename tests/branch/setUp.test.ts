import { expect, test } from 'vitest';
import { samples } from '../../server/samples/samples.ts';
import { settingsEffects } from '../../shared/branch/effects.ts';
import { partNames, partOf } from '../../shared/branch/parts.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import { isFounding } from '../../shared/devices/state.ts';
import { setUp } from '../kit/branchScenes.ts';
import { type Story, story } from '../kit/story.ts';

const boss = { person: 'b1', post: 'branchManager', pin: true } as const;
const teller = { person: 't1', post: 'teller', pin: true } as const;
const { services, counters, lines, hours } = defaultSettings;
const change = (from: object, to: object) => ({ type: 'branch.change', from, to }) as const;
const effects = (day: Story, from: object, to: object) =>
  settingsEffects(day.lobby, { from, to }, day.now);

test('a set-up is one entry: settings, staff and PINs, and then nobody founds any more', () => {
  const day = story().does(setUp(samples.clinic, [boss, teller]));
  expect(day.lobby.visit.settings).toEqual(samples.clinic);
  expect(Object.values(day.lobby.devices.staff)).toMatchObject([
    { id: 'b1', post: 'branchManager', hasPin: true },
    { id: 't1', post: 'teller', hasPin: true },
  ]);
  expect(isFounding(day.lobby.devices)).toBe(false);
  expect(day.lobby.branch.changes.at(-1)?.parts).toContain('services');
});

test('before the first ticket all of it is set back; after it nothing is', () => {
  const before = story();
  const day = story()
    .does(setUp(samples.government, [boss, teller]))
    .does({ type: 'branch.setBack' });
  expect(day.lobby.visit.settings).toEqual(before.lobby.visit.settings);
  expect(isFounding(day.lobby.devices)).toBe(true);
  expect(Object.values(day.lobby.devices.staff).every((m) => m.leftAt !== null)).toBe(true);
  // And made anew, under the same numbers.
  day
    .does(setUp(samples.bank, [boss]))
    .opens('1')
    .takes('cash');
  day.refuses('branch.nothingToSetBack', (d) => d.does({ type: 'branch.setBack' }));
});

test('a part is changed alone, says who did it, and what is not named stays', () => {
  const renamed = { zh: '新街网点', en: 'New Street' };
  const day = story()
    .as('b1')
    .does(change({ name: defaultSettings.branch.name }, { name: renamed }));
  expect(day.lobby.visit.settings).toEqual({
    ...defaultSettings,
    branch: { ...defaultSettings.branch, name: renamed },
  });
  expect(day.lobby.branch.changes.at(-1)).toMatchObject({ by: 'b1', parts: ['branch'] });
  expect(partNames.every((name) => partOf(day.lobby.visit.settings, name) !== undefined)).toBe(
    true,
  );
});

test('of the changes the last twenty are kept', () => {
  const day = story();
  let now = lines;
  for (let n = 0; n < 25; n++) {
    const next = { ...now, ordinary: { ...now.ordinary, red: 1800 + n + 1 } };
    day.does(change({ lines: now }, { lines: next }));
    now = next;
  }
  expect(day.lobby.branch.changes).toHaveLength(20);
});

test('what a change means is told beforehand, with who waits now', () => {
  const day = story().opens('2').takes().takes('account').after(700);
  const fewer = counters.filter(({ id }) => id !== '5');
  expect(effects(day, { counters }, { counters: fewer }).effects).toEqual([
    { is: 'served', name: services[1]?.name, before: 5, after: 4, waiting: 1 },
    { is: 'served', name: services[3]?.name, before: 1, after: 0, waiting: 0 },
    { is: 'counterGoes', name: { zh: '5号窗口', en: 'Counter 5' } },
  ]);
});

test('a line drawn lower tells how many stand beyond it', () => {
  const day = story().opens('2').takes().takes('account').after(200);
  const lower = { ...lines, ordinary: { ...lines.ordinary, yellow: 60 } };
  expect(effects(day, { lines }, { lines: lower }).effects).toEqual([
    { is: 'overLine', class: 'ordinary', before: 0, after: 2 },
  ]);
});

test('what would be refused is told as the refusal', () => {
  const day = story().opens('2').takes();
  const none = counters.map((k) => ({ ...k, services: k.services.filter((id) => id !== 'cash') }));
  expect(effects(day, { counters }, { counters: none })).toEqual({
    refusal: { code: 'settings.nobodyServes', details: { number: 'A001' } },
    effects: [],
  });
});

test('hours that shut the doors now say so', () => {
  const day = story();
  const week = Array.from({ length: 7 }, () => ({ open: '10:00', close: '16:00' }));
  const shut = { week, exceptions: {}, ticketsBeforeMinutes: 0 };
  expect(effects(day, { hours }, { hours: shut }).effects).toEqual([
    { is: 'hoursToday', open: '10:00', close: '16:00' },
    { is: 'doors', after: 'shut' },
  ]);
});

test('a letter may change before its first number of the day, and a service may come and go', () => {
  const day = story();
  const others = [
    ...services
      .filter((s) => s.id !== 'wealth')
      .map((s) => (s.id === 'cash' ? { ...s, prefix: 'K' } : s)),
    { ...services[0], id: 'gold', name: { zh: '贵金属', en: 'Gold' }, prefix: 'G' },
  ];
  const served = counters.map((k) => ({
    ...k,
    services: [...k.services.filter((id) => id !== 'wealth'), ...(k.id === '1' ? ['gold'] : [])],
  }));
  const wanted = [
    { services, counters },
    { services: others, counters: served },
  ] as const;
  const told = effects(day, ...wanted).effects;
  expect(told.map((e) => e.is)).toEqual([
    ...['serviceGoes', 'letter', 'serviceComes'],
    ...['counterOther', 'counterOther'],
  ]);
  day
    .does(change(...wanted))
    .takes('cash')
    .takes('gold');
  expect(day.id('K001')).toBeTruthy();
  expect(day.id('G001')).toBeTruthy();
});
