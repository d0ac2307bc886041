import type { CounterId } from '../ids.ts';
import { waitingFor } from '../visit/queue.ts';
import type { Visit } from '../visit/state.ts';

/** A counter that is open and free is not away as long as it has nobody to call. */
export const wantedSince = (visit: Visit, counter: CounterId, at: number): number =>
  Math.min(at, ...waitingFor(visit, counter).map((t) => t.since));
