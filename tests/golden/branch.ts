import { randomBytes } from 'node:crypto';
import type { Sender } from '../../server/devices/gate.ts';
import { createHub, type Hub } from '../../server/hub.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { sampleBranch } from '../../server/rehearsal/sampleBranch.ts';
import { resume } from '../../server/resume.ts';
import type { CounterId, TicketId } from '../../shared/ids.ts';
import type { Lobby, LobbyCommand } from '../../shared/lobby.ts';
import type { Settings } from '../../shared/settings.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { counterOf, ticketOf } from '../../shared/visit/state.ts';
import { lastLeg } from '../../shared/visit/ticket.ts';
import type { HandClock } from '../kit/handClock.ts';

/** The sample branch, impatient: its alerts rise within minutes. */
export const impatient: Settings = {
  ...sampleBranch,
  lines: {
    ordinary: { yellow: 60, orange: 120, red: 240 },
    premium: { yellow: 30, orange: 60, red: 120 },
  },
  rules: { ...sampleBranch.rules, comeBackWithinCalls: 1 },
  alerts: {
    ...sampleBranch.alerts,
    ...{ repeatEvery: 60, adviseAfter: 30, idleAfter: 30, crowdPerCounter: 3 },
    missedBurst: { calls: 2, within: 900 },
  },
};

/** The real hub in a folder, pressed by a script: whatever it refuses ends the script. */
export class Branch {
  readonly #hub: Hub;
  readonly #clock: HandClock;

  private constructor(hub: Hub, clock: HandClock) {
    this.#hub = hub;
    this.#clock = clock;
  }

  static async open(folder: string, clock: HandClock): Promise<Branch> {
    const resumed = await resume({ disk: nodeDisk, folder, settings: impatient });
    const settings = resumed.since === null ? impatient : null;
    const hub = createHub({ resumed, clock, pages: null, settings, say: console.error });
    await hub.start();
    return new Branch(hub, clock);
  }

  get lobby(): Lobby {
    return this.#hub.pipeline.lobby;
  }

  /** @param by who presses, at which device */
  async does(command: LobbyCommand, by: Partial<Sender> = {}): Promise<TicketId> {
    const id = uuid7(this.#clock.now().at, randomBytes(10));
    const sender: Sender = { device: null, person: null, role: 'loopback', ...by };
    const answer = await this.#hub.pipeline.submit({ ...command, id } as never, sender);
    if (!answer.ok) throw new Error(`${command.type} is refused: ${answer.code}`);
    return answer.ticket ?? ('' as TicketId);
  }

  /** Lets time pass, with a tick every five seconds. */
  async after(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= 5) {
      this.#clock.turn(Math.min(5, left) * 1000);
      await this.#hub.pipeline.settled();
    }
  }

  /** Goes there at once. */
  async at(moment: number): Promise<void> {
    this.#clock.turn(moment - this.#clock.now().at);
    await this.#hub.pipeline.settled();
  }

  /** Somebody sets the machine's clock. */
  async wallSteps(seconds: number): Promise<void> {
    this.#clock.stepWall(seconds * 1000);
    await this.after(5);
  }

  now(): number {
    return this.#clock.now().at;
  }

  presentAt = (counter: CounterId) =>
    counterOf(this.lobby.visit, counter).present ?? ('' as TicketId);

  /** What the terminal at a counter shows. */
  promptAt(counter: CounterId): { ticket: TicketId; offer: string } {
    const ticket = counterOf(this.lobby.visit, counter).prompt ?? ('' as TicketId);
    const found = ticketOf(this.lobby.visit, ticket);
    const prompt = found && lastLeg(found)?.prompt;
    if (!prompt || !('offer' in prompt)) throw new Error(`counter ${counter} asks nobody`);
    return { ticket, offer: prompt.offer };
  }

  sign = () => this.#hub.sign();
  stop = () => this.#hub.stop();
}
