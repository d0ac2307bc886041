import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import { advicePart, wantedAt } from '../../shared/views/advice.ts';
import { nothingOutside } from '../../shared/views/devices.ts';
import { kioskView } from '../../shared/views/kiosk.ts';
import { kiosk } from '../../shared/words/kiosk.ts';
import { story } from '../kit/story.ts';

const open = {
  ...({ does: 'open', counter: '4', class: 'ordinary', from: 1620, to: 840 } as const),
  until: Date.parse('2026-11-23T10:40:00+08:00'),
};

test('advice is shown until it is accepted; then the counter is asked, and the log says how it stands', () => {
  const day = story().at('10:05').opens('1').isAdvised(open);
  const shown = () => advicePart(day.lobby, day.advice);
  expect(shown()).toMatchObject({ now: [{ counter: '4', from: 27, to: 14 }], taken: [] });
  expect(wantedAt(day.lobby, day.counter('4').id)).toBeNull();
  day.accepts('open', '4');
  expect(shown()).toMatchObject({ now: [], taken: [{ followedAt: null, figure: null }] });
  expect(wantedAt(day.lobby, day.counter('4').id)).toMatchObject({ does: 'open' });
  day.at('10:07').opens('4');
  expect(wantedAt(day.lobby, day.counter('4').id)).toBeNull();
  day.takes('business', 'premium').at('10:40').ticks();
  expect(shown().taken).toMatchObject([{ followedAt: day.counter('4').since, figure: 0 }]);
});

test('a counter that never came is asked no longer once its time is over', () => {
  const day = story().at('10:05').isAdvised(open).accepts('open', '4').at('10:40').ticks();
  expect(wantedAt(day.lobby, day.counter('4').id)).toBeNull();
});

test('where the branch rescues, the kiosk says what that costs', () => {
  const rules = { ...defaultSettings.rules, nextRule: 'rescue' as const };
  const { lobby, now } = story({ rules });
  const { rule } = kioskView(lobby, now, nothingOutside);
  expect(kiosk.zh.rule(rule)).toContain('已经超时的会再多等一会儿');
  expect(kiosk.en.rule(rule)).toContain('those already past it wait longer');
  expect(kiosk.zh.rule({ ...rule, last: 'share' })).not.toContain('超时');
});
