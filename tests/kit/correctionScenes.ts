import type { CorrectionRefusal } from '../../shared/month/corrections/decide.ts';
import { as } from './complaints.ts';
import { confirms, forgotten, proposes, rejects } from './corrections.ts';
import type { Story } from './story.ts';

type Scene = readonly [Story, (day: Story) => unknown];
type Code = Exclude<CorrectionRefusal, 'day.closed' | 'text.identity'>;

const proposed = () => proposes(forgotten());
const thrice = () => {
  const day = forgotten();
  for (const [n, to] of [300_000, 400_000, 500_000].entries())
    confirms(as(proposes(as(day, 's1'), { to }), 'b1'), `2026-11-23.x${n + 1}`);
  return day;
};

/** Each refusal about corrections, met. */
export const correctionScenes: Record<Code, Scene> = {
  'correction.concerned': [as(proposed(), 't1'), confirms],
  'correction.moved': [as(proposed(), 'b1').does({ type: 'press.undo', counter: '2' }), confirms],
  'correction.needsPerson': [as(forgotten(), null), proposes],
  'correction.often': [thrice(), (d) => proposes(d, { to: 600_000 })],
  'correction.outOfRange': [forgotten(), (d) => proposes(d, { to: 13 * 3_600_000 })],
  'correction.over': [rejects(as(proposed(), 'b1')), confirms],
  'correction.pending': [proposed(), proposes],
  'correction.same': [forgotten(), (d) => proposes(d, { to: 1_800_000 })],
  'correction.samePerson': [proposed(), confirms],
  'correction.tooOld': [
    forgotten(),
    (d) =>
      d.does({
        ...{ type: 'correction.propose', ticket: '2026-09-01.1', number: 'A001' },
        ...{ date: '2026-09-01', class: 'ordinary', service: 'cash', what: 'wait' },
        ...{ from: 900_000, to: 300_000, reason: 'other', note: 'x', concerned: [] },
      }),
  ],
  'correction.unknown': [forgotten(), confirms],
};
