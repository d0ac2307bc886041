import type { CareFact } from '../care/facts.ts';
import type { Care } from '../care/state.ts';
import type { Devices } from '../devices/state.ts';
import type { FloorFact } from '../floor/facts.ts';
import type { Floor } from '../floor/state.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../result.ts';
import type { Visit } from '../visit/state.ts';
import type { DownCommand } from './commands.ts';
import { assigned } from './complaint.ts';
import type { DownFact } from './facts.ts';
import { inspected } from './inspection.ts';
import type { SentBody } from './item.ts';
import { posted } from './notice.ts';
import type { DownRefusal, ItemRefusal } from './refusals.ts';
import type { Down } from './state.ts';
import { withdrawn } from './withdrawal.ts';

/** As much of the lobby as what the center sends can touch. */
export interface Scene {
  readonly visit: Visit;
  readonly care: Care;
  readonly floor: Floor;
  readonly devices: Devices;
  readonly down: Down;
}

/** What an item leads to, or why it leads to nothing. */
export type Effect = Result<readonly (FloorFact | CareFact)[], Refusal<ItemRefusal>>;

type Decision = Result<readonly (DownFact | FloorFact | CareFact)[], Refusal<DownRefusal>>;

/**
 * Enters an item of the center in its turn, with all that it leads to, as one line of the ledger. One
 * that cannot be followed is entered too: what comes behind it must not wait for an upgrade. Only while
 * a day is open, so that what it changes stands in a day's row.
 */
export function decideDown(now: Scene, { item, body }: DownCommand, at: number): Decision {
  const { down, visit } = now;
  if (item.n < down.n || (item.n === down.n && item.hash === down.hash)) return accept([]);
  if (item.n !== down.n + 1 || item.prev !== down.hash)
    return refuse('down.outOfOrder', { n: down.n + 1 });
  if (!visit.day?.open) return refuse('day.closed');
  const effect = body ? effectOf(now, body, { id: item.id, at }) : refuse('down.newer' as const);
  const delivered: DownFact = { type: 'center.delivered', at, item };
  return effect.ok
    ? accept([delivered, ...effect.value])
    : accept([{ ...delivered, refused: effect.refusal.code }]);
}

/** Which item it is, and hub time. */
export type Sent = { readonly id: DownCommand['item']['id']; readonly at: number };

function effectOf(now: Scene, body: SentBody, sent: Sent): Effect {
  switch (body.kind) {
    case 'notice':
      return posted(now, body, sent);
    case 'rules':
      // Its place among the rules is the delivery's own.
      return accept([]);
    case 'inspection':
      return inspected(now, body, sent);
    case 'complaint':
      return assigned(now, body, sent);
    case 'withdrawal':
      return withdrawn(now, body, sent);
    default:
      return unreachable(body);
  }
}
