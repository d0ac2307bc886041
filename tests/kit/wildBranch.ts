import { defaultSettings } from '../../shared/defaults.ts';
import { type Item, sentBody } from '../../shared/down/item.ts';
import { STANDARD } from '../../shared/floor/inspections/standard.ts';
import type { BranchId, ServiceId, StaffId, TicketId } from '../../shared/ids.ts';
import {
  decide,
  evolve,
  type Fact,
  initialLobby,
  type Lobby,
  type LobbyCommand,
} from '../../shared/lobby.ts';
import { concernedIn, figureOf } from '../../shared/month/corrections/figure.ts';
import type { Settings } from '../../shared/settings.ts';
import { due } from '../../shared/visit/day.ts';
import { mustHave } from '../../shared/visit/state.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import { lastLeg, type Ticket } from '../../shared/visit/ticket.ts';
import { dice } from './dice.ts';
import { commandOf, type Press } from './presses.ts';

export interface Decided {
  readonly at: number;
  readonly facts: readonly Fact[];
}

/** What happens how often; of a random day most is work, and now and then anything at all. */
const OFTEN: readonly (readonly [Press['what'], number])[] = [
  ...([
    ['work', 60],
    ['issue', 25],
    ['rate', 45],
    ['invite', 20],
    ['undo', 10],
  ] as const),
  ...([
    ['transfer', 10],
    ['walkIn', 6],
    ['replace', 3],
    ['back', 3],
    ['missed', 2],
  ] as const),
  ...([
    ['hold', 2],
    ['release', 2],
    ['change', 2],
    ['decline', 2],
    ['first', 2],
  ] as const),
  ...([
    ['borrow', 1],
    ['cutOff', 1],
    ['handIn', 3],
    ['meanwhile', 1],
    ['giveUp', 1],
  ] as const),
  ...([
    ['restart', 0.3],
    ['plug', 1],
    ['strays', 3],
    ['open', 1],
    ['again', 2],
  ] as const),
];

/** Days of a branch on which nearly everything happens that the core knows of, from a seed. */
export class WildBranch {
  lobby: Lobby;
  readonly #die: () => number;
  #at = 0;
  #decided: Decided[] = [];
  #corrected = 0;

  constructor(id: string, seed: number) {
    const name = { zh: `网点 ${id}`, en: `Branch ${id}` };
    const branch = { ...defaultSettings.branch, id: id as BranchId, name };
    const settings: Settings = { ...defaultSettings, branch };
    this.lobby = initialLobby(settings);
    this.#die = dice(seed);
    this.#at = Date.parse('2026-09-28T08:00:00+08:00');
    this.#ask({ type: 'settings.change', settings });
  }

  /**
   * One business day, from nine on, to its close and a little beyond.
   *
   * @param items what the city sends down that day
   */
  day(date: string, presses: number, items: readonly Item[] = []): Decided[] {
    this.#at = Date.parse(`${date}T09:00:00+08:00`);
    this.#ask({ type: 'tick' });
    this.#inspects();
    for (const item of items)
      if (!this.#ask({ type: 'center.deliver', item, body: sentBody.parse(item.body) } as never))
        throw new Error(`item ${item.n} was not entered`);
    for (let n = 0; n < presses; n++) {
      this.#at += Math.floor(this.#die() ** 3 * 45) * 1000;
      const [a, b] = [Math.floor(this.#die() * 5000), Math.floor(this.#die() * 5000)];
      const what = this.#chosen();
      const isDone = this.#ask(commandOf({ what, a, b, after: 0 }, this.lobby));
      if (isDone && what === 'rate' && b % 4 === 0) this.#thinksAgain(a);
    }
    this.#corrects();
    this.#at += 60_000;
    this.#ask({ type: 'day.close', by: 'manager' });
    this.#afterHours();
    return this.#decided.splice(0);
  }

  /** Now and then somebody works on: what they finish counts on the next day. */
  #afterHours(): void {
    this.#at += 60_000;
    if (this.#die() < 0.7) this.#inspects();
    if (this.#die() < 0.7) this.#corrects();
  }

  /** Two seconds after the touch. */
  #thinksAgain(a: number): void {
    this.#at += 2000;
    const given = this.#decided.at(-1)?.facts.find((fact) => fact.type === 'rating.given');
    const asked = given && lastLeg(mustHave(this.lobby.visit, given.ticket))?.prompt;
    if (!given || asked?.is !== 'given') return;
    const level = a % 2 ? 'fair' : 'satisfied';
    this.#ask({ type: 'rating.change', ticket: given.ticket, offer: asked.offer, level });
  }

  #chosen(): Press['what'] {
    let left = this.#die() * OFTEN.reduce((sum, [, n]) => sum + n, 0);
    for (const [what, n] of OFTEN) {
      left -= n;
      if (left < 0) return what;
    }
    return 'work';
  }

  /** Two people replace a wait or a service time, or take one out. */
  #corrects(): void {
    const tickets = [...rowsOf(this.lobby.visit.tickets)];
    for (const what of ['wait', 'service'] as const) {
      const known = tickets.filter((ticket) => (figureOf(ticket, what) ?? 0) > 0);
      const ticket = known[Math.floor(this.#die() * known.length)];
      if (ticket) this.#replaces(ticket, what);
    }
  }

  #replaces(ticket: Ticket, what: 'wait' | 'service'): void {
    const { id, number, class: cls, service } = ticket;
    const to = this.#die() < 0.2 ? null : Math.floor(this.#die() * 1_200_000);
    const proposal = {
      ...{ type: 'correction.propose', ticket: id as TicketId, number, class: cls },
      ...{ service: service as ServiceId, date: id.slice(0, 10), what, to },
      ...{ reason: 'forgotEnd', note: '忘记按办结', from: figureOf(ticket, what) ?? 0 },
      concerned: concernedIn(ticket),
    };
    this.#ask(proposal as LobbyCommand, 's1');
    const last = this.lobby.corrections.all.at(-1);
    const isAgreed = ++this.#corrected % 3 > 0;
    if (last && isAgreed) this.#ask({ type: 'correction.confirm', correction: last.id }, 's2');
  }

  /** On some days an inspection of some modules ends, with points off. */
  #inspects(): void {
    const all = [
      'environment',
      'fiveS',
      'appearance',
      'counter',
      'lobby',
      'meeting',
      'duty',
    ] as const;
    const modules = all.filter(() => this.#die() < 0.25);
    if (modules.length === 0) return;
    this.#ask({ type: 'inspection.begin', mode: 'onSite', kind: 'adHoc', modules });
    const inspection = this.lobby.floor.inspections.all.at(-1)?.id;
    if (!inspection) return;
    for (const { id: item, points: most } of STANDARD.items) {
      const points = Math.floor(this.#die() * most);
      if (this.#die() < 0.3)
        this.#ask({
          ...{ type: 'inspection.mark', inspection, item, points, remark: '见现场' },
          ...{ responsible: 't1' as StaffId, managing: 's1' as StaffId },
        });
    }
    for (const module of modules) this.#ask({ type: 'inspection.pass', inspection, module });
    this.#ask({ type: 'inspection.finish', inspection });
  }

  #ask(command: LobbyCommand, person: string | null = null): boolean {
    for (let [own] = due(this.lobby.visit, this.#at); own; [own] = due(this.lobby.visit, this.#at))
      if (!this.#decide(own, null)) break;
    return this.#decide(command, person);
  }

  #decide(command: LobbyCommand, person: string | null): boolean {
    const at = this.#at;
    const mint = `offer-${at}-${this.#decided.length}`.padEnd(16, '0');
    const decided = decide(this.lobby, command, { at, mint, person: person as StaffId | null });
    if (!decided.ok) return false;
    if (decided.value.length > 0) this.#decided.push({ at, facts: decided.value });
    this.lobby = decided.value.reduce(evolve, this.lobby);
    return true;
  }
}
