import type { Foresight } from '../../shared/foresight/foretell.ts';
import { initialVisit } from '../../shared/visit/state.ts';
import { Past } from '../history/past.ts';
import type { HubParts } from '../hub.ts';
import type { Keeper } from '../keeper.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Publisher } from '../publisher.ts';
import { type Lesson, type Place, Seer } from './seer.ts';

interface Around {
  readonly pipeline: Pick<Pipeline, 'lobby'>;
  readonly publisher: Pick<Publisher, 'foresees'>;
  readonly keeper: Pick<Keeper, 'keep'>;
}

type SeerOptions = Pick<HubParts, 'resumed' | 'clock' | 'say' | 'foresees'>;

/** Whoever foresees waits here, with what was learned before. */
export function openSeer(
  { resumed, clock, say, foresees = true }: SeerOptions,
  around: () => Around,
): Seer {
  const { memory, sinceClose } = resumed;
  let hasFailed = false;
  const parts = {
    ...{ clock, foresees },
    lobby: () => around().pipeline.lobby,
    changed: () => around().publisher.foresees(),
    learned: (known: Foresight, close: Place) =>
      around().keeper.keep([() => memory.save(close, known)]),
    failed(error: unknown) {
      if (!hasFailed) say(`Waits cannot be foreseen as they should: ${error}`);
      hasFailed = true;
    },
  };
  return new Seer(parts, memory.at(sinceClose.close), sinceClose);
}

/** Days read again where nothing is kept of them: as many as are still felt. Ours. */
const DAYS = 20;

/** The last closed days, where what was learned from them is not kept. */
export async function* lessonsOf({ resumed }: Pick<HubParts, 'resumed'>): AsyncGenerator<Lesson> {
  const { place, ledger, lobby } = resumed;
  const past = new Past(place, { seq: () => ledger.head().seq, at: () => lobby.visit.lastAt });
  const { day } = lobby.visit;
  const closed = (await past.dates()).filter((date) => !day?.open || date < day.date);
  for (const date of closed.slice(-DAYS)) {
    const kept = await past.dayAt(date);
    if (!kept.ok) continue;
    const { visit, told } = kept.value;
    yield { before: initialVisit(visit.settings), facts: told.map(({ fact }) => fact) };
  }
}
