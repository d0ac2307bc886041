import type { CenterDetails, CenterLink, CenterRefusal } from '../../../shared/center.ts';
import { ITEM, type Item, item, sentBody } from '../../../shared/down/item.ts';
import type { Lobby, LobbyCommand } from '../../../shared/lobby.ts';
import type { Answer } from '../../../shared/wire.ts';
import type { Gone } from '../protocol.ts';
import type { Session } from './session.ts';

/** The hub's own road, as much of it as is needed here. */
export interface Enters {
  readonly lobby: () => Lobby;
  readonly enter: (command: LobbyCommand) => Promise<Answer>;
  /** Hub time, ms. */
  readonly now: () => number;
}

/** Milliseconds that a new epoch's ledger waits for somebody to be entered who can own what comes. */
const SETTING_UP = 3_600_000;

/**
 * 下发: fetches what the center has for this branch and enters it, one item a command, each checked for
 * its seal and its turn. What was entered stands in the ledger, so that a start, a cut or a restored
 * folder goes on from there. Whatever is wrong with an item stops the items behind it, and nothing else.
 */
export class Downlink {
  /** Why the next item is not entered, and which one it is. */
  refused: CenterLink['down'] = null;
  readonly #parts: Enters;
  readonly #since: number;
  /** null: not said yet, or by a center of the past. */
  #due: number | null = null;

  constructor(parts: Enters) {
    this.#parts = parts;
    this.#since = parts.now();
  }

  /** How many items the center has; a center of the past does not say. */
  due(count: unknown): void {
    if (Number.isInteger(count)) this.#due = Number(count);
  }

  /** @returns whether anything was entered @throws NoAnswer */
  async fetch(session: Session): Promise<boolean> {
    const { lobby } = this.#parts;
    const from = lobby().down.n;
    if (this.#isBeingSetUp(session)) return false;
    while (this.#isToAsk() && lobby().visit.day?.open) {
      const { n, hash } = lobby().down;
      const told = this.refused && { n: n + 1, code: this.refused.code };
      const answer = await session.ask('down', { after: { n, hash }, refused: told });
      if (!answer.ok) {
        this.#refuse(answer.code, answer.details);
        break;
      }
      const { items } = answer as Gone;
      const isDone = await this.#enterAll(session, Array.isArray(items) ? items : []);
      if (isDone) this.refused = null;
      if (!isDone || lobby().down.n === n) break;
    }
    return lobby().down.n > from;
  }

  /** Fewer than were entered is as strange as more are usual; and what was wrong may be right again. */
  #isToAsk(): boolean {
    if (this.#due === null) return false;
    return this.#due !== this.#parts.lobby().down.n || this.refused !== null;
  }

  #isBeingSetUp({ epoch }: Session): boolean {
    const { lobby, now } = this.#parts;
    const isEmpty = Object.keys(lobby().devices.staff).length === 0;
    return epoch > 1 && isEmpty && now() - this.#since < SETTING_UP;
  }

  async #enterAll(session: Session, items: readonly unknown[]): Promise<boolean> {
    for (const raw of items) {
      const { n, hash } = this.#parts.lobby().down;
      const read = item.safeParse(raw);
      if (!read.success || !session.isSealed(read.data))
        return this.#refuse('center.itemForged', { n: n + 1 });
      if (read.data.n !== n + 1 || read.data.prev !== hash)
        return this.#refuse('center.itemOrder', { n: n + 1 });
      const answer = await this.#parts.enter(commandOf(read.data));
      // Of the moment: the disk takes nothing, or the day has just been closed.
      if (!answer.ok) return false;
    }
    return true;
  }

  #refuse(code: CenterRefusal, details: CenterDetails): false {
    this.refused = { code, details };
    return false;
  }
}

/** A body that a newer program wrote, or that makes no sense, is entered as it is. */
function commandOf(item: Item): LobbyCommand {
  const body = item.v > ITEM ? null : sentBody.safeParse(item.body);
  return { type: 'center.deliver', item, body: body?.success ? body.data : null };
}
