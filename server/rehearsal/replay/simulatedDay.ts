import type { BusinessDate, CounterId, TicketId } from '../../../shared/ids.ts';
import { decide, type Fact, type LobbyCommand } from '../../../shared/lobby.ts';
import { counterOf, mustHave } from '../../../shared/visit/state.ts';
import { lastLeg } from '../../../shared/visit/ticket.ts';
import { Agenda } from '../agenda.ts';
import type { Branch } from './branch.ts';
import { beginOf, closeOf } from './dates.ts';
import { issueOf } from './facts.ts';
import type { Diary } from './journal.ts';
import type { Chooses } from './policies.ts';
import type { Foreteller, Prediction } from './prediction.ts';
import type { Row } from './row.ts';
import type { Span } from './shifts.ts';

/** How long a customer's service takes, milliseconds. */
export type Lasts = (row: Row) => number;
/** Milliseconds since the epoch; null: has all the patience there is. */
export type Leaves = (row: Row) => number | null;

export interface DayParts {
  readonly branch: Branch;
  readonly journal: Diary;
  readonly date: BusinessDate;
  /** When each server is at work. */
  readonly shifts: ReadonlyMap<CounterId, readonly Span[]>;
  readonly lasts: Lasts;
  /** When a customer leaves who has not been called. */
  readonly leaves: Leaves;
  readonly chooses: Chooses;
  /** Without one nothing is foretold. */
  readonly foreteller: Foreteller | null;
}

/** One recorded day played with live commands on an agenda. */
export class SimulatedDay {
  readonly #parts: DayParts;
  readonly #agenda: Agenda;
  readonly #said = new Map<TicketId, Omit<Prediction, 'wait'>>();

  constructor(parts: DayParts) {
    this.#parts = parts;
    this.#agenda = new Agenda(beginOf(parts.branch.settings, parts.date));
  }

  async play(rows: readonly Row[]): Promise<Prediction[]> {
    const { date, branch, journal, shifts } = this.#parts;
    this.#ask({ type: 'day.open', date });
    for (const row of rows) this.#agenda.at(row.arrive, () => this.#comes(row));
    for (const [counter, spans] of shifts)
      for (const { from, to } of spans) {
        this.#agenda.at(from, () => this.#turn(counter));
        this.#agenda.at(to + 1, () => this.#turn(counter));
      }
    while (this.#agenda.step()) await journal.room();
    this.#agenda.at(closeOf(branch.settings, date), () => {
      this.#ask({ type: 'day.close', by: 'clock' });
    });
    this.#agenda.step();
    return [...this.#said].map(([id, said]) => ({ ...said, wait: this.#waitOf(id) }));
  }

  /** What the real `decide` allows has happened; what it refuses has not. */
  #ask(command: LobbyCommand, becomes = (fact: Fact) => fact): readonly Fact[] {
    const { journal, foreteller } = this.#parts;
    const decided = decide(journal.lobby, command, { at: this.#agenda.now, mint: '' });
    const facts = decided.ok ? decided.value.map(becomes) : [];
    const before = journal.lobby.visit;
    journal.enter(facts);
    foreteller?.heard(facts, before);
    return facts;
  }

  #comes(row: Row): void {
    const { branch, journal, shifts, foreteller, leaves } = this.#parts;
    const said = foreteller?.say(journal.lobby.visit, row) ?? { row, seconds: null, range: null };
    // Issued as an ordinary one where the log has no class, it is still counted apart.
    const [fact] = this.#ask(issueOf(row, branch), (issued) =>
      issued.type === 'ticket.issued' ? { ...issued, class: row.class } : issued,
    );
    if (fact?.type !== 'ticket.issued')
      throw new Error(`a day refuses a ticket on line ${row.line}`);
    const { ticket } = fact;
    this.#said.set(ticket, said);
    const gone = leaves(row);
    if (gone !== null) this.#agenda.at(gone, () => this.#ask({ type: 'ticket.giveUp', ticket }));
    const idle = (counter: CounterId) => counterOf(journal.lobby.visit, counter).freeSince;
    const longestIdle = [...shifts.keys()].sort((a, b) => idle(a) - idle(b));
    for (const counter of longestIdle) this.#turn(counter);
  }

  /** A counter with nobody at it does what there is to do: calls, goes, or comes back. */
  #turn(counter: CounterId): void {
    const { journal, shifts, lasts, chooses } = this.#parts;
    const { present, situation } = counterOf(journal.lobby.visit, counter);
    const now = this.#agenda.now;
    const atWork = shifts.get(counter)?.some(({ from, to }) => from <= now && now <= to);
    if (present) return;
    if (!atWork) return void this.#ask({ type: 'counter.close', counter });
    if (situation.is === 'closed') this.#ask({ type: 'counter.open', counter });
    const call = chooses(journal.lobby.visit, counter);
    const called = call && this.#ask(call).find((f) => f.type === 'ticket.called');
    const row = called && this.#said.get(called.ticket)?.row;
    if (!row) return;
    this.#ask({ type: 'service.start', counter });
    this.#agenda.after(lasts(row), () => {
      this.#ask({ type: 'service.end', counter });
      this.#turn(counter);
    });
  }

  #waitOf(id: TicketId): number | null {
    const leg = lastLeg(mustHave(this.#parts.journal.lobby.visit, id));
    return leg ? (leg.startedAt - leg.from) / 1000 : null;
  }
}
