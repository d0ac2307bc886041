import type { CounterId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Text } from '../settings.ts';
import { counterOf, ticketOf, type Visit } from '../visit/state.ts';
import { newestOf } from '../visit/table.ts';
import type { Outside } from './devices.ts';
import { type Branch, branchPart, type ServiceQueue, serviceQueues } from './parts.ts';

/** The lobby display 大屏: numbers and counters; no teller, no rating, no person. */
export interface LobbyView {
  readonly branch: Branch;
  readonly calls: readonly ShownCall[];
  readonly counters: readonly ShownCounter[];
  readonly services: readonly ServiceQueue[];
  readonly pledge: Text;
  readonly notices: readonly Text[];
  readonly voice: { readonly times: number; readonly english: boolean; readonly chime: boolean };
}

/** Ours: the twice is the domain's, a foreign language is asked for where it is needed. */
const VOICE = { times: 2, english: false, chime: true };

export interface ShownCall {
  readonly number: string;
  readonly counter: Text;
  readonly counterId: CounterId;
  readonly at: number;
  /** Called last at: a recall pulses again. */
  readonly lastAt: number;
  /** Still to come to the counter. */
  readonly open: boolean;
}

export interface ShownCounter {
  readonly id: CounterId;
  readonly name: Text;
  readonly number: string | null;
  readonly doing: 'called' | 'serving' | 'free' | 'paused' | 'closed';
  /** Called here last at, a recall included, while its customer has not come; else null. */
  readonly calledAt: number | null;
}

const CALLS_SHOWN = 6;

export function lobbyView(lobby: Lobby, { foreseen }: Outside): LobbyView {
  const { visit } = lobby;
  return {
    branch: branchPart(visit),
    calls: lastCalls(visit),
    counters: visit.settings.counters.map(({ id, name }) => shownCounter(visit, id, name)),
    services: serviceQueues(lobby, foreseen),
    pledge: visit.settings.texts.pledge,
    notices: visit.settings.texts.notices,
    voice: visit.settings.voice ?? VOICE,
  };
}

/** The last calls, a ticket once, newest first; a recall moves its ticket to the front. */
function lastCalls(visit: Visit): ShownCall[] {
  const shown = new Map<string, ShownCall>();
  for (const call of newestOf(visit.calls)) {
    if (shown.size >= CALLS_SHOWN) break;
    const ticket = ticketOf(visit, call.ticket);
    const name = visit.settings.counters.find((k) => k.id === call.counter)?.name;
    if (call.undone || shown.has(call.ticket) || !ticket || !name) continue;
    const { situation } = ticket;
    const open = situation.is === 'called' && situation.counter === call.counter;
    const lastAt = open ? situation.lastAt : call.at;
    shown.set(call.ticket, {
      ...{ number: ticket.number, counter: name, counterId: call.counter },
      ...{ at: call.at, lastAt, open },
    });
  }
  return [...shown.values()].sort((a, b) => b.lastAt - a.lastAt);
}

function shownCounter(visit: Visit, id: CounterId, name: Text): ShownCounter {
  const counter = counterOf(visit, id);
  const present = counter.present ? ticketOf(visit, counter.present) : undefined;
  const { is } = counter.situation;
  const serving = present?.situation.is === 'serving' ? 'serving' : 'called';
  const doing = is === 'open' ? (present ? serving : 'free') : is;
  const calledAt = present?.situation.is === 'called' ? present.situation.lastAt : null;
  return { id, name, number: present?.number ?? null, doing, calledAt };
}
