import { decide, type Fact, type Lobby, type LobbyCommand } from '../../shared/lobby.ts';
import { due } from '../../shared/visit/day.ts';
import { Agenda } from './agenda.ts';
import type { Reply, Stage } from './script.ts';

export interface HallParts {
  /** Hub time, milliseconds. */
  readonly start: number;
  /** What facts come to. */
  readonly state: { lobby(): Lobby; take(fact: Fact): void };
  /** Milliseconds between two ticks of the hub. */
  readonly tick?: number;
  /** Told of each command that was accepted, after the state has taken its facts. */
  readonly decided: (facts: readonly Fact[], at: number) => void;
}

/** A stage without a hub: what is pressed is decided at once, on a turned clock. */
export class Hall implements Stage {
  readonly agenda: Agenda;
  /** Commands that were refused, by code. */
  readonly refused = new Map<string, number>();
  readonly #parts: HallParts;
  #minted = 0;
  #asleepUntil = 0;

  constructor(parts: HallParts) {
    this.#parts = parts;
    this.agenda = new Agenda(parts.start);
    this.#ticks();
  }

  now = () => this.agenda.now;
  after = (ms: number, run: () => void) => void this.agenda.after(Math.ceil(ms), run);
  lobby = () => this.#parts.state.lobby();
  submit = (command: LobbyCommand, answered: (reply: Reply) => void) => answered(this.ask(command));
  notice = (command: LobbyCommand) => void this.ask(command);
  /** Nothing ticks while nobody is there. */
  night = (until: number, morning: () => void) => {
    this.#asleepUntil = until;
    this.agenda.at(until, morning);
  };

  /** Days and doors follow the calendar first, as in the pipeline. */
  ask(command: LobbyCommand): Reply {
    for (let [own] = this.#due(); own; [own] = this.#due()) this.#decide(own);
    return this.#decide(command);
  }

  #ticks(): void {
    const next = this.now() + (this.#parts.tick ?? 1000);
    this.agenda.at(Math.max(next, this.#asleepUntil), () => {
      this.ask({ type: 'tick' });
      this.#ticks();
    });
  }

  #due = () => due(this.lobby().visit, this.now());

  #decide(command: LobbyCommand): Reply {
    const mint = `offer-${String(this.#minted).padStart(8, '0')}`;
    const decided = decide(this.lobby(), command, { at: this.now(), mint });
    if (!decided.ok) {
      const { code } = decided.refusal;
      this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
      return { ok: false, code };
    }
    const facts = decided.value;
    this.#minted += facts.length;
    for (const fact of facts) this.#parts.state.take(fact);
    if (facts.length > 0) this.#parts.decided(facts, this.now());
    const issued = facts.find((f) => f.type === 'ticket.issued');
    return { ok: true, ...(issued && { ticket: issued.ticket }) };
  }
}
