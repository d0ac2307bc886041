import { expect, test } from 'vitest';
import { defaultSettings } from '../shared/defaults.ts';
import { lineOf, settingsSchema } from '../shared/settings.ts';

type Loose = Record<string, never>;
const copy = () => structuredClone(defaultSettings) as unknown as Loose;

/** What is wrong with the defaults once `spoil` has been at them. */
function faults(spoil: (settings: typeof defaultSettings & Loose) => unknown): string {
  const settings = copy();
  spoil(settings as typeof defaultSettings & Loose);
  const parsed = settingsSchema.safeParse(settings);
  return parsed.success ? 'none' : JSON.stringify(parsed.error.issues);
}
const set = (at: object, change: object) => Object.assign(at, change);

test('the defaults are valid, and what is read back from JSON is the same', () => {
  expect(settingsSchema.parse(JSON.parse(JSON.stringify(defaultSettings)))).toEqual(
    defaultSettings,
  );
});

test("the domain's numbers are the defaults", () => {
  const { lines, rules, rating, targets, minimumSample, alerts } = defaultSettings;
  expect(rules).toMatchObject({ callGap: 15, recallGap: 20, callsBeforeMissed: 2, undoWithin: 10 });
  expect(rules).toMatchObject({ comeBackWithinCalls: 3, putBackPlaces: 3, dayEnds: '04:00' });
  expect(rules).toMatchObject({ passedOverAtMost: 3, ordinaryBetweenPremium: 2 });
  expect(lines.ordinary).toEqual({ yellow: 600, orange: 1200, red: 1800 });
  expect(lines.premium).toEqual({ yellow: 300, orange: 600, red: 1200 });
  expect(targets).toEqual({ ordinary: 600, premium: 300 });
  expect(rating).toMatchObject({ window: 30, changeWithin: 5, ignoreTouchesMs: 800 });
  expect(Object.values(rating.points)).toEqual([100, 85, 60, 0]);
  expect(minimumSample).toEqual({ tickets: 100, ratings: 30 });
  expect(alerts).toMatchObject({ repeatEvery: 600, adviseAfter: 300 });
});

test('care is watched by the lines of premium', () => {
  expect(lineOf(defaultSettings, 'care')).toEqual(defaultSettings.lines.premium);
  expect(lineOf(defaultSettings, 'unrecorded')).toEqual(defaultSettings.lines.ordinary);
});

test.each<[string, Parameters<typeof faults>[0], string]>([
  ['lines that do not rise', (s) => set(s.lines.premium, { orange: 300 }), 'must rise'],
  ['a letter twice', (s) => set(s.services[1] ?? {}, { prefix: 'A' }), '\\"A\\" stands twice'],
  ['a letter of a class', (s) => set(s.services[1] ?? {}, { prefix: 'V' }), 'stands twice'],
  ['a service twice', (s) => set(s.services[1] ?? {}, { id: 'cash' }), 'stands twice'],
  ['a counter twice', (s) => set(s.counters[1] ?? {}, { id: '1' }), 'stands twice'],
  [
    'an unknown service',
    (s) => set(s.counters[1] ?? {}, { services: ['gold'] }),
    'unknown service',
  ],
  ['no service', (s) => set(s, { services: [] }), 'too_small'],
  ['an unknown zone', (s) => set(s.branch, { timeZone: 'Asia/Nowhere' }), 'not a time zone'],
  ['a lower-case letter', (s) => set(s.prefixes, { care: 's' }), 'prefixes'],
  ['a negative time', (s) => set(s.rules, { callGap: -1 }), 'callGap'],
  ['a setting nobody knows', (s) => set(s.rules, { fairness: 1 }), 'unrecognized_keys'],
  ['a missing rule', (s) => set(s.rules, { undoWithin: undefined }), 'undoWithin'],
])('%s is refused', (_, spoil, says) => {
  expect(faults(spoil)).toContain(says);
});

test('a branch opens before it closes', () => {
  const week = Array.from({ length: 7 }, () => ({ open: '17:00', close: '09:00' }));
  expect(faults((s) => set(s, { hours: { week } }))).toContain('opens before it closes');
  expect(faults((s) => set(s, { hours: { week: week.slice(1) } }))).toContain('hours');
});

test('settings of before the clearing share keep working', () => {
  expect(faults((s) => set(s.alerts, { clearsUnder: undefined }))).toBe('none');
});
