import type { FloorCommand } from '../../shared/floor/commands.ts';

const meeting = { meeting: '2026-11-24.m900' };
const visit = { visit: '2026-11-24.p900' };
const training = { training: '2026-11-24.t900' };
const notice = { notice: '2026-11-24.n900' };
const leading = { kind: 'morning', host: 'b1', recorder: 's1' };
const date = '2026-11-24';
const time = { from: '08:20', to: '08:35' };
const shift = { person: 't1', post: 'teller', counter: '2', ...time, breaks: [time] };
const plan = { head: 'b1', shifts: [shift] };

type RecordCommand = Exclude<FloorCommand['type'], `${'help' | 'people' | 'inspection'}.${string}`>;

/** One well-formed command on each of the branch's records. */
export const sampleRecords: { readonly [T in RecordCommand]: object } = {
  'shift.plan': { date, ...plan },
  'shift.pattern': { week: [plan, plan, plan, plan, plan, null, null] },
  'shift.copyWeek': { from: '2026-11-16', to: '2026-11-23' },
  'meeting.plan': { date, ...leading, topics: [{ topic: 'service', note: '' }] },
  'meeting.start': { ...leading, place: '大厅', camera: '3' },
  'meeting.record': {
    ...meeting,
    attendance: [{ person: 't1', is: 'absent', reason: 'leave', as: '支援柜员' }],
    dress: [{ person: 't1', items: ['shoes'] }],
    topics: [{ topic: 'service', note: '' }],
    actions: [{ what: '练习', owner: 't1', due: date }],
  },
  'meeting.end': meeting,
  'meeting.enter': { date, ...leading, ...time, place: '大厅', camera: '3', why: '停电' },
  'meeting.sign': meeting,
  'president.plan': { as: '分管行长', person: 'b1', date, ...time },
  'president.drop': visit,
  'president.arrive': { as: '分管行长', person: 'b1', ...visit },
  'president.leave': { ...visit, solved: ['增开窗口'] },
  'president.enter': { as: '分管行长', person: 'b1', date, ...time, solved: ['增开窗口'] },
  'training.plan': { title: '规范周', tag: '规范', from: date, to: date, people: ['t1'] },
  'training.drop': training,
  'training.sign': { ...training, person: 't1' },
  'notice.post': { kind: 'bulletin', title: '排队', lines: ['午间'], tag: '排队' },
  'notice.withdraw': notice,
  'notice.read': notice,
};
