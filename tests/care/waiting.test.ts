import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import { story } from '../kit/story.ts';

const said = (day: ReturnType<typeof story>) =>
  day.facts.filter((f) => f.type.startsWith('alert.')).map((f) => f.type.slice(6));

test('an ordinary wait is yellow past 10 minutes, orange past 20, red past 30', () => {
  const day = story().takes().at('09:10').ticks();
  expect(day.alerts).toEqual([]);
  expect(day.at('09:10:01').ticks().alerts).toEqual(['wait ordinary yellow']);
  expect(day.at('09:20').ticks().alerts).toEqual(['wait ordinary yellow']);
  expect(day.at('09:20:01').ticks().alerts).toEqual(['wait ordinary orange']);
  expect(day.at('09:30').ticks().alerts).toEqual(['wait ordinary orange']);
  expect(day.at('09:30:01').ticks().alerts).toEqual(['wait ordinary red']);
});

test('premium and care are watched by 5, 10 and 20 minutes', () => {
  const day = story().takes('cash', 'premium').at('09:02').isGiven('cash', 'disabled');
  expect(day.at('09:05:01').ticks().alerts).toEqual(['wait premium yellow']);
  expect(day.at('09:07:01').ticks().alerts).toContain('wait care yellow');
  expect(day.at('09:10:01').ticks().alerts).toContain('wait premium orange');
  expect(day.at('09:20:01').ticks().alerts).toContain('wait premium red');
});

test('each level has its own recipients', () => {
  const day = story().takes().at('09:11').ticks();
  const { yellow, orange, red } = defaultSettings.alerts.recipients;
  expect(day.alert(1).recipients).toEqual(yellow);
  expect(day.at('09:21').ticks().alert(1).recipients).toEqual(orange);
  expect(day.at('09:31').ticks().alert(1).recipients).toEqual(red);
});

test('neither a call, nor a hold, nor a transfer stops the clock that is watched', () => {
  const day = story().opens('2').opens('4').takes().takes('account').holds('A001');
  expect(day.at('09:10:01').ticks().alerts).toContain('wait ordinary yellow');
  day.releases('A001').picks('2', 'A001').ticks();
  expect(day.alerts).toContain('wait ordinary yellow');
  day.picks('4', 'B001').starts('2').after(60).transfers('2', 'account').ticks();
  expect(day.alert(1)).toMatchObject({ level: 'yellow', clearedAt: null });
  day.starts('4').ticks();
  expect(day.alerts).toContain('wait ordinary yellow');
});

test('it is repeated every 10 minutes until it is handled, acknowledged or not', () => {
  const day = story().takes().at('09:31').ticks().at('09:40:59').ticks();
  expect(said(day)).toEqual(['raised']);
  expect(said(day.at('09:41').ticks().acknowledges(1).at('09:50:59').ticks())).toHaveLength(3);
  expect(said(day.at('09:51').ticks())).toEqual(['raised', 'repeated', 'acknowledged', 'repeated']);
  day.handles(1).at('10:30').ticks();
  expect(said(day).slice(4)).toEqual(['handled']);
});

test('handled at one level, it needs handling again at the next', () => {
  const day = story().takes().at('09:11').ticks().handles(1).at('09:20:01').ticks();
  expect(day.alert(1)).toMatchObject({ level: 'orange', acknowledgedAt: null, handled: null });
  expect(said(day)).toEqual(['raised', 'acknowledged', 'handled', 'rose']);
  expect(day.handles(1).alert(1).handled).toMatchObject({ cause: 'peak', action: 'openedCounter' });
});

test('it is cleared when the figure came back, and a level never falls before that', () => {
  const day = story().plugsIn('2').opens('2').takes().at('09:12').takes().at('09:22').ticks();
  expect(day.alerts).toContain('wait ordinary orange');
  day.serves('2', 30).ticks();
  // A002 has waited 10.5 minutes: yellow would do, the alert stays what it was.
  expect(day.alerts).toContain('wait ordinary orange');
  expect(day.after(15).serves('2', 0).ticks().alerts).toEqual([]);
  expect(day.alert(1).clearedAt).toBe(day.now);
  day.refuses('alert.cleared', (d) => d.acknowledges(1)).handles(1);
  day.refuses('alert.alreadyHandled', (d) => d.handles(1));
});

test('around its line it does not flap: it is over once clear of it', () => {
  const day = story().plugsIn('2').opens('2').takes().at('09:01').takes().at('09:04').takes();
  day.at('09:10:05').ticks().calls('2').starts('2').ends('2').ticks();
  // The longest wait is 9:05, past nine tenths of the line.
  expect(day.alerts).toContain('wait ordinary yellow');
  day.after(60).ticks();
  expect(day.lobby.care.alerts.filter((a) => a.kind === 'wait')).toHaveLength(1);
  day.serves('2', 0).after(15).ticks();
  expect(day.alerts).toEqual([]);
});

test('the close of the day clears what was measured', () => {
  const day = story().takes().at('09:31').ticks().closesDay().ticks();
  expect(day.alerts).toEqual([]);
});
