import { PATROL } from '../../shared/floor/inspections/patrols.ts';
import type { InspectionRefusal } from '../../shared/floor/inspections/refusals.ts';
import { employed } from './complaints.ts';
import { begins, finishes, I1, marks, PHOTO, passes, plansOn, WHO, walks } from './inspections.ts';
import type { Story } from './story.ts';

type Scene = readonly [Story, (day: Story) => unknown];
type Code = Exclude<
  InspectionRefusal,
  'date.past' | 'date.unknown' | 'day.closed' | 'member.left' | 'text.identity'
>;

const begun = () => begins(employed());
const starts = (day: Story) => day.does({ type: 'inspection.start', inspection: I1 });
const one = (id: string, points: number) => ({ id, module: 'meeting' as const, points });
const sets = (day: Story, items = [one('meeting.held', 30)], from = '2026-11-23') =>
  day.does({ type: 'inspection.checklist', checklist: { version: 'b-1', from, items } });
const during = PATROL.during.map((item) => ({ item, ok: true }));
const off = { remark: '迟到', ...WHO };

/** Each refusal about inspections and rounds, met. */
export const inspectionScenes: Record<Code, Scene> = {
  'checklist.doubled': [
    employed(),
    (d) => sets(d, [one('meeting.held', 30), one('meeting.held', 20)]),
  ],
  'checklist.inForce': [sets(employed()), (d) => sets(d)],
  'checklist.overHundred': [
    employed(),
    (d) => sets(d, [one('meeting.held', 60), one('meeting.ten', 41)]),
  ],
  'date.far': [employed(), (d) => plansOn(d, '2028-01-01')],
  'inspection.itemUnknown': [begun(), (d) => marks(d, 'counter.greet', 0)],
  'inspection.needsPeople': [begun(), (d) => marks(d, 'meeting.ten', 5, { remark: '只有8分钟' })],
  'inspection.needsRemark': [begun(), (d) => marks(d, 'meeting.ten', 5, WHO)],
  'inspection.notPlanned': [begun(), starts],
  'inspection.notRunning': [plansOn(employed(), '2026-11-23'), passes],
  'inspection.nothingLeft': [passes(begun()), passes],
  'inspection.over': [finishes(passes(begun())), finishes],
  'inspection.running': [begun(), begins],
  'inspection.tooManyPoints': [begun(), (d) => marks(d, 'meeting.ten', 21, off)],
  'inspection.unfinished': [begun(), finishes],
  'inspection.unknown': [employed(), starts],
  'patrol.incomplete': [employed(), (d) => walks(d, 'during', during.slice(1))],
  'patrol.often': [
    Array.from({ length: 24 }).reduce<Story>((d) => walks(d, 'during', during), employed()),
    (d) => walks(d, 'during', during),
  ],
  'photo.unknown': [begun(), (d) => marks(d, 'meeting.ten', 5, { ...off, photos: [PHOTO] })],
};
