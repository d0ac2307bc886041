import type { LobbyCommand } from '../../../shared/lobby.ts';
import type { Settings } from '../../../shared/settings.ts';
import { uuid7 } from '../../../shared/uuid7.ts';
import type { Answer } from '../../../shared/wire.ts';
import { MemoryDisk } from '../../kit/memoryDisk.ts';
import { Life, type LifeParts } from '../life.ts';
import type { Section } from '../section.ts';
import { World } from '../world.ts';

type Accepted = Answer & { ok: true };

/** When, by the clock outside, an entry came about, and what its hub's own time was ahead by. */
export interface Happened {
  readonly at: number;
  readonly label: number;
}

const NIGHT = 600_000;

export interface BranchParts {
  readonly now: number;
  readonly settings: Settings;
  readonly die: () => number;
  readonly spoil: Section['spoil'];
  /** Milliseconds by which the hub's timers are late while people are there. */
  readonly lag: number;
  /** When they have gone, and a night begins that nobody watches. */
  readonly evening: number;
  /** Its hub looks ahead. */
  readonly foresees: boolean;
}

/** A branch around one hub that comes and goes, and everything its screens were told. */
export class Branch {
  readonly world: World;
  readonly medium = new MemoryDisk();
  readonly die: () => number;
  readonly settings: Settings;
  readonly lag: () => number;
  /** By command id. */
  readonly told = new Map<string, Accepted>();
  readonly pressed = new Map<string, object>();
  /** By seq. */
  readonly happened = new Map<number, Happened>();
  readonly violations: string[] = [];
  /** Numbers that kiosks gave out alone. */
  readonly lent: LobbyCommand[] = [];
  readonly #parts: LifeParts;
  life: Life | null = null;
  /** The farthest that the wall clock ever was. */
  latestWall: number;
  /** When somebody last stepped it: the hub sees that with its next tick. */
  steppedAt = 0;

  constructor({ now, settings, die, spoil, lag, evening, foresees }: BranchParts) {
    this.world = new World(now);
    this.latestWall = now;
    this.die = die;
    this.settings = settings;
    this.lag = () => (this.world.now < evening ? lag : NIGHT);
    const { world } = this;
    this.#parts = { world, disk: spoil(this.medium), settings, lag: this.lag, foresees };
  }

  /** Tries until the disk lets it. */
  async start(): Promise<void> {
    if (this.life) return;
    try {
      this.life = await Life.begin(this.#parts);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') this.blame(`no start: ${error}`);
    }
    if (!this.life) this.world.after(5000, () => this.world.during(this.start()));
  }

  /** Nobody is there: killed, out of power, or stopped. */
  async end(how: 'kill' | 'power' | 'stop'): Promise<void> {
    const { life } = this;
    this.life = null;
    if (how === 'stop') await life?.stop();
    else await life?.kill();
    const keeps = () => this.die() < 0.5;
    if (how === 'power') this.medium.powerCut({ keeps, keepsNames: keeps });
  }

  stepWall(ms: number): void {
    this.sawWall();
    this.world.wrong += ms;
    this.steppedAt = this.world.now;
    this.sawWall();
  }

  sawWall(): void {
    this.latestWall = Math.max(this.latestWall, this.world.wall);
  }

  blame(what: string): void {
    this.violations.push(what);
  }

  /** The id a screen gives its press: by the hub's time as the screen knows it. */
  mint(): string {
    const hub = this.life?.clock.now().at ?? this.world.wall;
    const chance = Uint8Array.from({ length: 10 }, () => this.die() * 256);
    return uuid7(hub + Math.floor(this.die() * 400 - 200), chance);
  }

  /** A command that reached the hub; what comes back may yet be lost on its way. */
  async deliver(command: LobbyCommand & { id: string }): Promise<Answer | null> {
    const { life } = this;
    if (!life?.alive) return null;
    const before = life.resumed.ledger.head().seq;
    this.pressed.set(command.id, command);
    const answer = await life.press(command);
    if (answer?.ok) this.#learn(command.id, answer, before, life);
    if (answer && !answer.ok && answer.code === 'hub.fault') this.blame(`fault at ${command.type}`);
    return answer;
  }

  #learn(id: string, answer: Accepted, before: number, life: Life): void {
    const known = this.told.get(id);
    const repeated = JSON.stringify(known ?? answer) === JSON.stringify(answer);
    if (!repeated) this.blame(`P7: ${id} is answered anew: ${JSON.stringify([known, answer])}`);
    this.told.set(id, answer);
    if (answer.seq <= before || this.happened.has(answer.seq)) return;
    const at = this.world.now;
    this.happened.set(answer.seq, { at, label: life.clock.now().at - at });
  }
}
