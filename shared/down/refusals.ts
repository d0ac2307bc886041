import type { CareRefusal } from '../care/decide.ts';
import type { VisitRefusal } from '../visit/refusals.ts';

/** Why the command that enters an item is turned down: nothing of it is entered. */
export type DownRefusal = 'day.closed' | 'down.outOfOrder';

/** Why an item that was entered led to nothing; stated at the branch and at the center. */
export type ItemRefusal =
  | 'down.needsOwner'
  | 'down.newer'
  | 'down.notHere'
  | 'down.personUnknown'
  | 'down.unreadable'
  | CareRefusal
  | VisitRefusal;
