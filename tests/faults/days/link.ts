import type { LobbyCommand } from '../../../shared/lobby.ts';
import type { Answer } from '../../../shared/wire.ts';
import type { Branch } from './branch.ts';

/** As the screens' own kit has it: patience for one try, and for all of them. */
const PATIENCE = 3000;
const IN_ALL = 6500;

/** How often the network does what. */
const DROPS = 0.04;
const DOUBLES = 0.04;
const LOSES_ANSWERS = 0.04;

const PASSING = ['hub.fault', 'hub.notSaved', 'hub.readOnly'];
const isPassing = (answer: Answer) => !answer.ok && PASSING.includes(answer.code);

/** A screen's line to the hub: what goes over it is dropped, doubled, late, or answered in vain. */
export class Link {
  readonly #branch: Branch;
  /** The cable is out until then. */
  #outUntil = 0;

  constructor(branch: Branch) {
    this.#branch = branch;
  }

  /** Whether its screen shows the lobby as it is. */
  get live(): boolean {
    return Boolean(this.#branch.life?.alive) && !this.#isOut;
  }

  pull(ms: number): void {
    this.#outUntil = this.#branch.world.now + ms;
  }

  /**
   * Sends one press until it is answered. A kept one is never given up; for another the screen says
   * after a while that nobody answered, and `answered` gets null: it may have taken effect.
   */
  send(command: LobbyCommand, answered: (answer: Answer | null) => void, kept = false): void {
    const { world } = this.#branch;
    const full = { id: this.#branch.mint(), ...command };
    const end = world.now + (kept ? 3_600_000 : IN_ALL);
    let open = true;
    const finish = (answer: Answer | null) => {
      if (open) answered(answer);
      open = false;
    };
    let patience = PATIENCE;
    const attempt = () => {
      if (!open) return;
      if (world.now > end) return finish(null);
      this.#transmit(full, (answer) => {
        if (!kept || !isPassing(answer)) finish(answer);
      });
      world.after(patience, attempt);
      // A simulated outage goes on for hours; its retries need not fill them.
      if (kept) patience = Math.min(patience * 1.5, 60_000);
    };
    attempt();
  }

  get #isOut(): boolean {
    return this.#branch.world.now < this.#outUntil;
  }

  #transmit(command: LobbyCommand & { id: string }, back: (answer: Answer) => void): void {
    const { world, die } = this.#branch;
    for (let copies = die() < DOUBLES ? 2 : 1; copies > 0; copies--) {
      if (this.#isOut || die() < DROPS) continue;
      world.after(this.#delay(), () => world.during(this.#arrive(command, back)));
    }
  }

  async #arrive(command: LobbyCommand & { id: string }, back: (answer: Answer) => void) {
    const answer = await this.#branch.deliver(command);
    if (!answer || this.#isOut || this.#branch.die() < LOSES_ANSWERS) return;
    this.#branch.world.after(this.#delay(), () => back(answer));
  }

  /** Mostly at once, now and then after others; in steps, so that presses meet in one batch. */
  #delay(): number {
    const { die } = this.#branch;
    return die() < 0.9 ? 50 : Math.floor(die() * 40) * 100;
  }
}
