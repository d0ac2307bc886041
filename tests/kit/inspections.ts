import { checklistOn, itemsOf } from '../../shared/floor/inspections/state.ts';
import type { PhotoId } from '../../shared/ids.ts';
import type { Settings } from '../../shared/settings.ts';
import { employed } from './complaints.ts';
import type { Story } from './story.ts';

export const I1 = '2026-11-23.i1';
const inspection = { inspection: I1 };
export const PHOTO = `${'a'.repeat(64)}.jpg` as PhotoId;
export const WHO = { responsible: 't1', managing: 'b1' };

/** A branch whose hub has one photo. */
export function withPhoto(change: Partial<Settings> = {}): Story {
  const day = employed(change);
  day.photos.add(PHOTO);
  return day;
}

export const begins = (day: Story, modules: readonly string[] = ['meeting']) =>
  day.does({
    ...{ type: 'inspection.begin', mode: 'onSite', kind: 'adHoc' },
    modules: modules as never,
  });
export const marks = (day: Story, item: string, points: number, more: object = {}) =>
  day.does({ type: 'inspection.mark', ...inspection, item, points, ...more });
export const passes = (day: Story, module = 'meeting', more: object = {}) =>
  day.does({ type: 'inspection.pass', ...inspection, module: module as never, ...more });
export const finishes = (day: Story) => day.does({ type: 'inspection.finish', ...inspection });
export const plansOn = (day: Story, on: string) =>
  day.does({
    ...{ type: 'inspection.plan', on, mode: 'remote', kind: 'quarterly' },
    modules: ['meeting', 'counter'],
  });

export function inspected(day: Story, n = 1) {
  const found = day.lobby.floor.inspections.all[n - 1];
  if (!found) throw new Error(`there is no inspection ${n}`);
  return found;
}
/** Its items by the checklist in force. */
export const lookedAt = (day: Story) =>
  itemsOf(checklistOn(day.lobby.floor.inspections, '2026-11-23' as never), inspected(day));

export const walks = (
  day: Story,
  round: 'before' | 'during' | 'after',
  answers: readonly object[],
) => day.does({ type: 'inspection.patrol', round, answers: answers as never });
