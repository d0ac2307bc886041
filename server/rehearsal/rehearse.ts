import type { BusinessDate } from '../../shared/ids.ts';
import { decide, type Fact, type LobbyCommand } from '../../shared/lobby.ts';
import type { Settings } from '../../shared/settings.ts';
import { due } from '../../shared/visit/day.ts';
import { Days } from '../upkeep/days.ts';
import { Agenda } from './agenda.ts';
import { playDays } from './cast.ts';
import { momentOf } from './day.ts';
import { sampleBranch } from './sampleBranch.ts';
import type { Reply, Stage } from './script.ts';

export interface RehearsalOptions {
  readonly days?: number;
  readonly settings?: Settings;
  readonly from?: BusinessDate;
}

export interface Rehearsal {
  readonly facts: readonly Fact[];
  readonly days: Days;
  /** Commands that were refused, by code. */
  readonly refused: ReadonlyMap<string, number>;
}

/** Milliseconds between two ticks of the hub. */
const TICK = 1000;

/**
 * Plays simulated days to their end in one go, without a server: the same actors before the real
 * `decide` and `evolve`. The same seed leads to the same facts.
 */
export function rehearse(seed: number, options: RehearsalOptions = {}): Rehearsal {
  const { days = 1, settings = sampleBranch, from = '2026-11-23' as BusinessDate } = options;
  const hall = new Hall(momentOf(settings.branch.timeZone, from, '08:50'));
  hall.ask({ type: 'settings.change', settings });
  hall.ask({ type: 'tick' });
  let left = days;
  playDays(seed, hall, () => --left > 0);
  while (left > 0 && hall.agenda.step());
  return hall;
}

/** A stage without a hub: what is pressed is decided at once. */
class Hall implements Stage, Rehearsal {
  readonly agenda: Agenda;
  readonly facts: Fact[] = [];
  readonly days = new Days();
  readonly refused = new Map<string, number>();

  constructor(start: number) {
    this.agenda = new Agenda(start);
    const tick = () => {
      this.ask({ type: 'tick' });
      this.agenda.after(TICK, tick);
    };
    this.agenda.after(TICK, tick);
  }

  now = () => this.agenda.now;
  after = (ms: number, run: () => void) => void this.agenda.after(Math.ceil(ms), run);
  lobby = () => this.days.lobby;
  submit = (command: LobbyCommand, answered: (reply: Reply) => void) => answered(this.ask(command));
  notice = (command: LobbyCommand) => void this.ask(command);
  night = (until: number, morning: () => void) => void this.agenda.at(until, morning);

  /** Days and doors follow the calendar first, as in the pipeline. */
  ask(command: LobbyCommand): Reply {
    for (let [own] = this.#due(); own; [own] = this.#due()) this.#decide(own);
    return this.#decide(command);
  }

  #due = () => due(this.lobby().visit, this.now());

  #decide(command: LobbyCommand): Reply {
    const mint = `offer-${String(this.facts.length).padStart(8, '0')}`;
    const decided = decide(this.lobby(), command, { at: this.now(), mint });
    if (!decided.ok) {
      const { code } = decided.refusal;
      this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
      return { ok: false, code };
    }
    for (const fact of decided.value) {
      this.facts.push(fact);
      this.days.take(fact);
    }
    const issued = decided.value.find((f) => f.type === 'ticket.issued');
    return { ok: true, ...(issued && { ticket: issued.ticket }) };
  }
}
