import type { Advice } from '../foresight/advice.ts';
import type { StaffId } from '../ids.ts';
import type { Visit } from '../visit/state.ts';

/** What a decision about care stands on, beside its own room. */
export interface CareContext {
  readonly at: number;
  /** Who is signed in where it was pressed. */
  readonly person: StaffId | null;
  readonly visit: Visit;
  /** What the hub advises at this moment. */
  readonly advice: readonly Advice[];
  /** Whether somebody works here. */
  readonly standing: (person: StaffId) => 'here' | 'left' | 'unknown';
}
