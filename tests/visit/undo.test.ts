import { expect, test } from 'vitest';
import { type Story, story } from '../kit/story.ts';

/** All that stands in the queue and at the counters, without what is only remembered of a press. */
function standing(day: Story) {
  const { line, held, missed, counters, tickets } = day.lobby.visit;
  const there = Object.values(counters).map(({ press: _, ...counter }) => counter);
  return JSON.stringify({ line, held, missed, there, tickets });
}

const ready = () => story().plugsIn('2').opens('2').takes().after(30).takes();

test.each<[string, (day: Story) => Story, (day: Story) => Story]>([
  ['call', (d) => d, (d) => d.calls('2')],
  ['call of one on hold', (d) => d.holds('A002'), (d) => d.picks('2', 'A002')],
  ['start', (d) => d.calls('2').after(20), (d) => d.starts('2')],
  ['end', (d) => d.calls('2').starts('2').after(60), (d) => d.ends('2')],
  ['missed', (d) => d.calls('2').after(20).recalls('2'), (d) => d.misses('2')],
])(
  'a wrong %s is taken back within 10 s and leaves no trace but both entries',
  (_, before, press) => {
    const day = before(ready());
    const was = standing(day);
    const facts = day.facts.length;
    press(day).after(10).undoes('2');
    expect(standing(day)).toBe(was);
    expect(day.facts.length).toBeGreaterThan(facts + 1);
    expect(day.facts.at(-1)?.type).toBe('press.undone');
    day.refuses('undo.nothing', (d) => d.undoes('2'));
  },
);

test('after 10 s it is too late', () => {
  ready()
    .calls('2')
    .after(10.001)
    .refuses('undo.tooLate', (d) => d.undoes('2'));
});

test('only the last press can be taken back, and only at its own counter', () => {
  const day = ready().opens('3').calls('2').starts('2');
  day.refuses('undo.nothing', (d) => d.undoes('3')).undoes('2');
  expect(day.is('A001')).toBe('called');
  day.refuses('undo.nothing', (d) => d.undoes('2'));
});

test('a walk-up cannot be taken back into a call that never was', () => {
  ready()
    .walksIn('2')
    .refuses('undo.nothing', (d) => d.undoes('2'));
});

test('a press that others have built on stays', () => {
  const day = ready()
    .losesNext('2')
    .comesBack('A001')
    .refuses('undo.overtaken', (d) => d.undoes('2'));
  expect(day.after(15).serves('2').pauses('2').counter('2').press).toBeNull();
});

test('an end cannot be taken back once the customer has answered', () => {
  const day = ready().serves('2').after(2).rates('A001', 'satisfied');
  day.refuses('undo.rated', (d) => d.undoes('2'));
  const other = ready().serves('2').after(2).declines('A001');
  other.refuses('undo.rated', (d) => d.undoes('2'));
});

test('an end taken back leaves no offer; the real end makes a new one', () => {
  const day = ready().serves('2').after(5).undoes('2');
  expect(day.prompt('A001')).toBeNull();
  expect(day.after(60).ends('2').figures.all.rating).toMatchObject({ done: 1, offered: 1 });
  expect(day.figures.all.service).toMatchObject({ n: 1, mean: 125 });
});

test('a wrong call closes no rating: the terminal asks again for the rest of its window', () => {
  const day = ready().serves('2').after(16).calls('2');
  expect(day.prompt('A001')).toMatchObject({ is: 'expired', why: 'nextCall' });
  day.after(3).undoes('2').after(3).rates('A001', 'verySatisfied');
  expect(day.figures.all.rating).toMatchObject({ offered: 1, given: 1, expired: 0 });
});

test('a call taken back brings nobody nearer: not one put back, not one still to come back', () => {
  const day = ready().takes().takes().takes().losesNext('2');
  for (let i = 0; i < 3; i++) day.after(15).serves('2');
  day.after(15).calls('2').after(5).undoes('2').comesBack('A001');
  expect(day.next('2')).toBe('A001 returned');
});

test('the terminal that went off meanwhile stays off', () => {
  const day = ready().calls('2').after(2).unplugs('2').undoes('2');
  expect(day.counter('2').terminal).toBe(false);
});
