import { createHub, type Hub } from '../../server/hub.ts';
import type { Disk } from '../../server/ledger/disk.ts';
import { parseCommand } from '../../server/parse.ts';
import { type Resumed, resume } from '../../server/resume.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import type { Lobby, LobbyCommand } from '../../shared/lobby.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Answer } from '../../shared/wire.ts';
import { overDisk } from './overDisk.ts';
import { type LifeClock, lifeClock, quiet, type World } from './world.ts';

export const FOLDER = '/data';

export interface LifeParts {
  readonly world: World;
  readonly disk: Disk;
  readonly folder?: string;
  readonly settings?: Settings;
  /** Milliseconds by which its timers are late. */
  readonly lag?: () => number;
  /** It looks ahead too: as often as this machine is quick, so that no run is quite like another. */
  readonly foresees?: boolean;
}

const screen = { device: 'screen', person: null, role: 'loopback' } as const;

/** One life of the hub's own code, from its start to its end or its death. */
export class Life {
  readonly hub: Hub;
  readonly resumed: Resumed;
  readonly clock: LifeClock;
  readonly #breath: Breath;

  private constructor(hub: Hub, resumed: Resumed, clock: LifeClock, breath: Breath) {
    this.hub = hub;
    this.resumed = resumed;
    this.clock = clock;
    this.#breath = breath;
  }

  /** @throws what a start throws; null when it was killed meanwhile */
  static async begin(parts: LifeParts, breath = new Breath()) {
    const { world, disk, folder = FOLDER, settings, lag = () => 0, foresees = false } = parts;
    const own = overDisk(disk, { before: () => breath.draw() });
    const initial = settings ?? defaultSettings;
    try {
      const resumed = await resume({ disk: own, folder, settings: initial });
      const clock = lifeClock(world, resumed.since ?? 0, lag);
      const wanted = resumed.since === null ? initial : null;
      const hub = createHub({
        ...{ resumed, clock, pages: null, settings: wanted, say: () => {}, foresees },
      });
      const life = new Life(hub, resumed, clock, breath);
      await life.hub.start();
      if (!breath.ended) return life;
      await life.#buried();
      return null;
    } catch (error) {
      if (breath.ended) return null;
      throw error;
    }
  }

  get alive(): boolean {
    return !this.#breath.ended;
  }

  get lobby(): Lobby {
    return this.hub.pipeline.lobby;
  }

  /** The answer, if the hub lives to give it. */
  async press(command: object): Promise<Answer | null> {
    const parsed = parseCommand(command);
    if (!parsed.ok) throw new Error(`the rig sends nonsense: ${JSON.stringify(command)}`);
    const answer = await this.hub.pipeline.submit(parsed.value, screen);
    return this.alive ? answer : null;
  }

  /** What the hub says by itself. */
  async own(command: LobbyCommand): Promise<void> {
    if (this.alive) await this.hub.pipeline.submitOwn(command);
  }

  /** kill -9: nothing runs any more; what was written stays as it is. */
  async kill(): Promise<void> {
    this.#breath.end();
    await this.#buried();
  }

  /** Dies at one of its next calls to the disk, in the middle of whatever it does. */
  killAt(call: number): void {
    this.#breath.endsIn(call);
  }

  async stop(): Promise<void> {
    await this.hub.stop();
    this.clock.stop();
  }

  /** Takes what the dead one still holds: its promises run into a disk that is gone. */
  async #buried(): Promise<void> {
    this.clock.stop();
    await this.hub.stop().catch(() => {});
    this.clock.stop();
    await quiet();
  }
}

/** A process draws breath with every call to its disk, and may have only so many left. */
export class Breath {
  #left: number;

  constructor(left = Number.POSITIVE_INFINITY) {
    this.#left = left;
  }

  get ended(): boolean {
    return this.#left < 0;
  }

  end(): void {
    this.#left = -1;
  }

  endsIn(calls: number): void {
    this.#left = Math.min(this.#left, calls);
  }

  draw(): void {
    if (this.#left >= 0) this.#left--;
    if (this.ended) throw new Error('the process is dead');
  }
}
