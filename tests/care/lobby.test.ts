import { expect, test } from 'vitest';
import { story } from '../kit/story.ts';

/** `n` more people take a number. */
function crowd(day: ReturnType<typeof story>, n: number) {
  for (let i = 0; i < n; i++) day.takes();
  return day.ticks();
}
const raised = (day: ReturnType<typeof story>, kind: string) =>
  day.facts.filter((f) => f.type === 'alert.raised' && f.kind === kind).length;
const withTerminals = () => story().plugsIn('2').plugsIn('3').opens('2').opens('3');

test('more than 8 waiting for each open counter is a crowd, more than twice as many orange', () => {
  const day = crowd(withTerminals(), 16);
  expect(day.alerts.join()).not.toContain('crowd');
  expect(crowd(day, 1).alerts).toContain('crowd branch yellow');
  expect(crowd(day, 16).alerts).toContain('crowd branch orange');
});

test('a crowd around the limit is said once', () => {
  const day = crowd(withTerminals(), 17);
  for (let i = 0; i < 5; i++) crowd(day.after(15).serves('2', 0).ticks(), 1);
  expect(raised(day, 'crowd')).toBe(1);
  for (let i = 0; i < 3; i++) day.after(15).serves('2', 0).ticks();
  expect(day.alerts.join()).not.toContain('crowd');
});

test('a counter that stands idle for a minute while somebody it could serve is over the line', () => {
  const day = withTerminals().takes('business').at('09:10').ticks().at('09:10:01').ticks();
  expect(day.alerts).toEqual(['wait ordinary yellow', 'idle 3 yellow']);
  expect(day.calls('3').starts('3').ticks().alerts).toEqual([]);
});

test('so is a paused one, but nobody minds a counter that could not help', () => {
  const day = withTerminals().takes('business').opens('4').plugsIn('4').at('09:09:30');
  day.pauses('3').pauses('2').at('09:10:29').ticks();
  expect(day.alerts).toEqual(['wait ordinary yellow', 'idle 4 yellow']);
  expect(day.after(1).ticks().alerts).toContain('idle 3 yellow');
  expect(day.alerts).not.toContain('idle 2 yellow');
});

test('five missed calls within ten minutes are a burst, even if everybody came back', () => {
  const day = withTerminals().takes();
  for (let i = 0; i < 5; i++) day.losesNext('2').comesBack('A001').after(15).ticks();
  expect(day.alerts).toContain('missedBurst branch yellow');
  expect(day.after(600).ticks().alerts).not.toContain('missedBurst branch yellow');
});

test('a missed call that was taken back is none', () => {
  const day = withTerminals().takes();
  for (let i = 0; i < 5; i++) {
    day.losesNext('2').undoes('2');
    if (i < 4) day.misses('2').comesBack('A001').after(15);
  }
  expect(day.ticks().alerts.join()).not.toContain('missedBurst');
});

test('an open counter without its terminal for a minute is said, until it is back', () => {
  const day = story().opens('2').after(59).ticks();
  expect(day.alerts).toEqual([]);
  expect(day.after(1).ticks().alerts).toEqual(['terminalOffline 2 yellow']);
  expect(day.plugsIn('2').ticks().alerts).toEqual([]);
  expect(day.unplugs('2').after(60).ticks().alerts).toEqual(['terminalOffline 2 yellow']);
  expect(day.closes('2').ticks().alerts).toEqual([]);
});

test('after five minutes over orange a counter is suggested, and what it would bring', () => {
  const day = crowd(story().foresees().plugsIn('2').opens('2').takes().calls('2').starts('2'), 7);
  expect(day.alerts).toContain('expected cash orange');
  const alert = () => day.lobby.care.alerts.find((a) => a.subject === 'cash');
  expect(day.after(299).ticks() && alert()?.advice).toBeNull();
  day.after(1).ticks();
  expect(alert()?.advice?.counter).toBe('1');
  expect(alert()?.advice?.to).toBeLessThan(alert()?.advice?.from ?? 0);
  expect(day.after(60).ticks().count('alert.advised')).toBe(2);
  expect(day.opens('1').opens('3').ticks().alerts).not.toContain('expected cash orange');
});

test('the counter that is suggested could serve them', () => {
  const day = story().foresees().plugsIn('3').opens('3').takes('business').calls('3').starts('3');
  for (let n = 0; n < 4; n++) day.takes('business');
  day.ticks().after(300).ticks();
  const alert = day.lobby.care.alerts.find((a) => a.subject === 'business');
  expect(alert?.advice?.counter).toBe('4');
});
