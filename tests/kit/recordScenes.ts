import type { FloorRefusal } from '../../shared/floor/decide.ts';
import type { Shift } from '../../shared/floor/roster/commands.ts';
import type { StaffId } from '../../shared/ids.ts';
import { circular, enters as delivered, Road } from './down.ts';
import {
  begins,
  branch,
  ends,
  marks,
  meets,
  planned,
  plans,
  shift,
  signs,
  usualDay,
} from './records.ts';
import type { Story } from './story.ts';

/** Said where calls for help and inspections are. */
type Elsewhere =
  | `${'help' | 'checklist' | 'inspection' | 'patrol' | 'photo' | 'text' | 'day'}.${string}`
  | 'member.left';
type Scene = readonly [Story, (day: Story) => unknown];

const running = () => begins(planned().at('08:30').ticks());
const over = () => meets(planned(), '08:30', '08:41');
const signed = () => signs(over());
const roster =
  (...shifts: Shift[]) =>
  (d: Story) =>
    plans(d, '2026-11-24', { head: null as never, shifts });
const paper = (from: string, to: string) => (d: Story) =>
  d.does({
    ...{ type: 'meeting.enter', date: '2026-11-24', kind: 'morning', host: 'b1', recorder: 's1' },
    ...{ from, to, why: '停电' },
  });
const shoes = { dress: [{ person: 't3' as StaffId, items: ['shoes' as const] }] };
const action = (due: string) => ({
  actions: [{ what: '练习', owner: 't1' as StaffId, due: due as never }],
});
const topic = { topics: [{ topic: 'gold', note: '' }] };

const as = '分管行长';
const arrives = (d: Story, visit?: string) =>
  d.does({ type: 'president.arrive', as, ...(visit && { visit }) });
const here = () => arrives(branch());
const leaves = (d: Story, n = 1) =>
  d.does({ type: 'president.leave', visit: `2026-11-24.p${n}`, solved: [] });
const enters = (d: Story) =>
  d.does({
    ...{ type: 'president.enter', as, date: '2026-11-24', from: '07:30', to: '07:50' },
    solved: [],
  });

const trains = (people: string[] = [], date = '2026-11-24') =>
  branch().does({
    type: 'training.plan',
    title: '规范周',
    tag: '规范',
    from: date,
    to: date,
    people,
  });
const training = '2026-11-24.t1';
const comes = (person: string) => (d: Story) => d.does({ type: 'training.sign', training, person });

const posted = () =>
  branch().does({ type: 'notice.post', kind: 'notice', title: '通知', lines: [] });
const reads = (d: Story) => d.does({ type: 'notice.read', notice: '2026-11-24.n1' });
const read = () => {
  const day = posted();
  day.person = 't1';
  return reads(day);
};

/** Each refusal of a record, met. */
export const recordScenes: Record<Exclude<FloorRefusal, Elsewhere>, Scene> = {
  'date.ahead': [branch(), paper('09:00', '09:20')],
  'date.far': [branch(), (d) => plans(d, '2026-12-09')],
  'date.past': [branch(), (d) => plans(d, '2026-11-22')],
  'date.unknown': [branch(), (d) => plans(d, '2026-11-31')],
  'meeting.attendanceOpen': [running(), ends],
  'meeting.dressExempt': [running(), (d) => marks(d, {}, shoes)],
  'meeting.dueBefore': [running(), (d) => marks(d, {}, action('2026-11-23'))],
  'meeting.namedTwice': [running(), (d) => marks(d, {}, { dress: twice('t1') })],
  'meeting.notOver': [running(), signs],
  'meeting.over': [over(), ends],
  'meeting.overlaps': [over(), paper('08:35', '08:40')],
  'meeting.reasonMissing': [running(), (d) => marks(d, { t1: { is: 'absent' } })],
  'meeting.running': [running(), begins],
  'meeting.sayWho': [running(), (d) => marks(d, { s1: { is: 'present' } })],
  'meeting.signed': [signed(), marks],
  'meeting.topicUnknown': [running(), (d) => marks(d, {}, topic)],
  'meeting.unknown': [branch(), (d) => d.does({ type: 'meeting.end', meeting: '2026-11-24.m9' })],
  'member.unknown': [branch(), roster(shift('x9', 'lobby'))],
  'notice.alreadyRead': [read(), reads],
  'notice.fromAbove': [
    delivered(branch(), new Road().next(circular)),
    (d) => d.does({ type: 'notice.withdraw', notice: '2026-11-24.n1' }),
  ],
  'notice.nobody': [posted(), reads],
  'notice.unknown': [branch(), reads],
  'president.begun': [here(), (d) => arrives(d, '2026-11-24.p1')],
  'president.here': [here(), arrives],
  'president.notHere': [leaves(here()), leaves],
  'president.overlaps': [enters(branch()), enters],
  'president.unknown': [branch(), leaves],
  'roster.breakOutside': [
    branch(),
    roster(shift('t1', 'teller', '1', { breaks: [{ from: '07:00', to: '09:00' }] })),
  ],
  'roster.counterTwice': [branch(), roster(shift('t1', 'teller', '1'), shift('t2', 'teller', '1'))],
  'roster.dayOff': [branch(), (d) => plans(d, '2026-11-29')],
  'roster.headNotOn': [
    branch(),
    (d) => plans(d, '2026-11-24', { ...usualDay, head: 's1' as StaffId }),
  ],
  'roster.notAtCounter': [branch(), roster(shift('t3', 'guard', '1'))],
  'roster.notMonday': [planned(), copies('2026-11-24', '2026-11-30')],
  'roster.nothingToCopy': [branch(), copies('2026-11-16', '2026-11-23')],
  'roster.twice': [branch(), roster(shift('t1', 'teller', '1'), shift('t1', 'lobby'))],
  'time.backwards': [branch().at('08:50').ticks(), paper('08:20', '08:10')],
  'training.begun': [comes('t1')(trains()), (d) => d.does({ type: 'training.drop', training })],
  'training.notInvited': [trains(['t1']), comes('t2')],
  'training.notNow': [trains([], '2026-11-25'), comes('t1')],
  'training.signed': [comes('t1')(trains()), comes('t1')],
  'training.unknown': [branch(), comes('t1')],
};

function twice(person: string) {
  const one = { person: person as StaffId, items: ['hair' as const] };
  return [one, one];
}

function copies(from: string, to: string) {
  return (d: Story) => d.does({ type: 'shift.copyWeek', from, to });
}
