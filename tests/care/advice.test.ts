import { expect, test } from 'vitest';
import type { Taken } from '../../shared/care/advice/state.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import { type Story, story } from '../kit/story.ts';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+08:00`);
const promise = { class: 'ordinary', from: 1620, to: 840, until: at('10:40') } as const;
const open = (counter: string) => ({ does: 'open', counter, ...promise }) as const;
const pause = (counter: string) => ({ does: 'pause', counter, ...promise }) as const;

const taken = (day: Story): Taken => {
  const [first] = day.lobby.care.advice.taken;
  if (!first) throw new Error('nothing was accepted');
  return first;
};
const judged = (day: Story) => {
  const { followedAt, judged } = taken(day);
  return { followed: followedAt !== null, figure: judged?.figure ?? null };
};

test('what is accepted stands with what it promised, and with who accepted it', () => {
  const day = story().at('10:05').as('m1').isAdvised(open('4')).accepts('open', '4');
  expect(day.facts.at(-1)).toEqual({
    ...{ type: 'advice.accepted', at: at('10:05'), advice: '2026-11-23.v1', by: 'm1' },
    ...open('4'),
  });
});

test('only what is advised at this moment can be accepted, and only once', () => {
  const day = story().isAdvised(open('4'));
  day.refuses('advice.gone', (d) => d.accepts('open', '3'));
  day.refuses('advice.gone', (d) => d.accepts('pause', '4'));
  day.accepts('open', '4').refuses('advice.alreadyAccepted', (d) => d.accepts('open', '4'));
});

test('a counter that opens has followed; the longest wait then is held against the promise', () => {
  const day = story().at('10:00').opens('1').isAdvised(open('4')).accepts('open', '4');
  expect(day.counter('4').situation.is).toBe('closed');
  day.at('10:08').opens('4').at('10:22').takes('cash').takes('cash', 'premium');
  expect(judged(day)).toEqual({ followed: true, figure: null });
  day.at('10:39:59').ticks();
  expect(day.count('advice.judged')).toBe(0);
  expect(judged(day.at('10:40').ticks())).toEqual({ followed: true, figure: 18 * 60 });
  expect(judged(day.at('10:41').ticks())).toEqual({ followed: true, figure: 18 * 60 });
  expect(day.count('advice.judged')).toBe(1);
});

test('one that never opened has not, whatever the line did', () => {
  const day = story().at('10:00').opens('1').isAdvised(open('4')).accepts('open', '4');
  expect(judged(day.at('10:40').ticks())).toEqual({ followed: false, figure: 0 });
  expect(taken(day.at('10:41').opens('4')).followedAt).toBeNull();
});

test('a paused counter follows by going on, a break by pausing', () => {
  const back = story().at('10:00').opens('4').pauses('4').isAdvised(open('4'));
  back.accepts('open', '4').after(60).resumes('4');
  expect(taken(back).followedAt).toBe(back.now);
  const rest = story().at('10:00').opens('4').isAdvised(pause('4')).accepts('pause', '4');
  expect(taken(rest.after(30).pauses('4')).followedAt).toBe(rest.now);
});

test('other duties begin with the touch and end with the promised time', () => {
  const [one, two, ...others] = defaultSettings.counters;
  if (!one || !two) throw new Error('two counters are needed');
  const premium = { ...two, classes: ['premium' as const] };
  const day = story({ counters: [one, premium, ...others] })
    .at('10:00')
    .opens('2')
    .takes();
  const wider = { services: two.services, classes: ['premium', 'ordinary'] } as const;
  day.isAdvised({ does: 'assign', counter: '2', ...wider, ...promise });
  expect(day.next('2')).toBeNull();
  expect(day.accepts('assign', '2').next('2')).toBe('A001 line');
  day.serves('2').at('10:40').ticks();
  expect(day.lobby.visit.settings.counters[1]?.classes).toEqual(['premium']);
  expect(judged(day)).toEqual({ followed: true, figure: 0 });
});

test('duties that somebody has set since are left alone', () => {
  const day = story().at('10:00').opens('2');
  const services = defaultSettings.services.map((s) => s.id);
  day.isAdvised({ does: 'assign', counter: '2', services, classes: ['ordinary'], ...promise });
  day.accepts('assign', '2');
  const counters = defaultSettings.counters.map((k) => ({ ...k, classes: ['care' as const] }));
  day.sets({ counters }).at('10:40').ticks();
  expect(day.lobby.visit.settings.counters[1]?.classes).toEqual(['care']);
});

test('a new day forgets what was judged, and still judges what was promised across it', () => {
  const night = { ...open('4'), until: Date.parse('2026-11-24T04:10:00+08:00') };
  const day = story().isAdvised(open('3'), night);
  day.accepts('open', '3').accepts('open', '4').at('10:40').ticks().at('2026-11-24 04:00').ticks();
  expect(day.lobby.care.advice.taken.map((one) => one.counter)).toEqual(['4']);
  day.at('2026-11-24 04:10').ticks();
  expect(day.count('advice.judged')).toBe(2);
});
