import { localTime } from '../calendar.ts';
import type { BusinessDate } from '../ids.ts';
import type { Visit } from '../visit/state.ts';

/** The date on the branch's own wall: a law's days are calendar days, not business days. */
export const dateAt = (
  { settings, offset }: Pick<Visit, 'settings' | 'offset'>,
  at: number,
): BusinessDate => localTime(settings.branch.timeZone, at + offset).date;
