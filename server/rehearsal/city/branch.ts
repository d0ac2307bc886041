import { hash } from 'node:crypto';
import { businessDateAt } from '../../../shared/calendar.ts';
import { defaultSettings } from '../../../shared/defaults.ts';
import type { BusinessDate } from '../../../shared/ids.ts';
import {
  evolve,
  type Fact,
  initialLobby,
  type Lobby,
  type LobbyCommand,
} from '../../../shared/lobby.ts';
import { uuid7 } from '../../../shared/uuid7.ts';
import type { Answer, RefusalCode } from '../../../shared/wire.ts';
import { refused } from '../../answers.ts';
import { clientOf } from '../../center/uplink/client.ts';
import { enrol } from '../../center/uplink/membership.ts';
import { Uplink } from '../../center/uplink/uplink.ts';
import type { Clock } from '../../clock.ts';
import { closesDay, closingOf, Keepsakes } from '../../keepsakes.ts';
import type { Disk } from '../../ledger/disk.ts';
import type { Draft, Head } from '../../ledger/entry.ts';
import { type Ledger, openLedger } from '../../ledger/ledger.ts';
import { noLog } from '../../log.ts';
import { playDays } from '../cast.ts';
import { momentOf } from '../day.ts';
import { Hall } from '../hall.ts';
import { type CityBranch, temperIn } from './branches.ts';
import { inspects } from './inspector.ts';
import { rectifies } from './rectifier.ts';

export interface SimulatedParts {
  readonly disk: Disk;
  /** A data folder as a hub's: ledger, closings, key, membership. */
  readonly folder: string;
  readonly plan: CityBranch;
  readonly from: BusinessDate;
  readonly clock: Clock;
  readonly center: URL;
  readonly code: string;
}

/** Milliseconds between two ticks: months have to pass quickly. */
const TICK = 180_000;

/** What one command left behind, and of the last one of a day the state it closed with. */
interface Decided {
  readonly date: string;
  readonly draft: Draft;
  readonly closed: Lobby | null;
}

/**
 * A branch whose days are played without a hub, yet kept and sent to its center as a hub does: the real
 * core, the real ledger, the real uplink.
 */
export class SimulatedBranch {
  readonly plan: CityBranch;
  readonly #hall: Hall;
  readonly #ledger: Ledger;
  readonly #keepsakes: Keepsakes;
  readonly #uplink: Uplink;
  #lobby: Lobby = initialLobby(defaultSettings);
  #decided: Decided[] = [];
  #count = 0;

  private constructor(
    { plan, from, ...parts }: SimulatedParts,
    ledger: Ledger,
    keepsakes: Keepsakes,
  ) {
    const { disk, folder, clock, center, code } = parts;
    this.plan = plan;
    this.#ledger = ledger;
    this.#keepsakes = keepsakes;
    const { settings } = plan;
    this.#hall = new Hall({
      start: momentOf(settings.branch.timeZone, from, '08:30'),
      state: { lobby: () => this.#lobby, take: (fact) => void this.#take(fact) },
      tick: TICK,
      decided: (facts, at) => this.#keep(facts, at),
    });
    const client = clientOf(center);
    const place = { disk, folder };
    this.#uplink = new Uplink({
      ...{ place, client, clock, log: noLog, say: () => {}, changed: () => {} },
      mark: () => ledger.mark(),
      key: () => keepsakes.key(),
      enters: {
        now: () => this.#hall.now(),
        lobby: () => this.#lobby,
        enter: async (command) => this.#enter(command),
      },
      join: async () =>
        enrol({ place, client, url: center, code, key: await keepsakes.key(), empty: false }),
    });
    this.#hall.ask({ type: 'settings.change', settings });
    this.#hall.ask({ type: 'tick' });
    const temperOn = (date: BusinessDate) => temperIn(plan, date.slice(0, 7));
    playDays(plan.seed, this.#hall, () => true, temperOn);
    inspects(plan, this.#hall);
    rectifies(this.#hall);
  }

  static async open(parts: SimulatedParts): Promise<SimulatedBranch> {
    const { disk, folder } = parts;
    const keepsakes = new Keepsakes(disk, folder);
    await keepsakes.readRows();
    const { ledger } = await openLedger({ disk, folder });
    return new SimulatedBranch(parts, ledger, keepsakes);
  }

  get head(): Head {
    return this.#ledger.head();
  }

  /** Plays on until then, keeps what came of it, and sends it to the center. */
  async playTo(when: number): Promise<void> {
    this.#hall.agenda.upTo(when);
    const decided = this.#decided;
    this.#decided = [];
    for (const { date, drafts } of byDate(decided)) {
      await this.#ledger.roll(date);
      const entries = await this.#ledger.append(drafts.map(({ draft }) => draft));
      this.#uplink.committed(entries);
      const last = entries.findLast((entry) => closesDay(entry.facts));
      const closed = drafts.findLast((one) => one.closed)?.closed;
      if (last && closed) await this.#keepsakes.saveClosing(closingOf(last, closed));
    }
    await this.#uplink.sync();
  }

  async stop(): Promise<void> {
    await this.#uplink.stop();
    await this.#ledger.close();
    await this.#keepsakes.close();
  }

  /** What the city sends down; it is kept with what is played next. */
  #enter(command: LobbyCommand): Answer {
    const reply = this.#hall.ask(command);
    if (reply.ok) return { ok: true, seq: this.head.seq };
    return refused({ code: reply.code as RefusalCode });
  }

  #take(fact: Fact): void {
    this.#lobby = evolve(this.#lobby, fact);
  }

  #keep(facts: readonly Fact[], at: number): void {
    const lobby = this.#lobby;
    const date = lobby.visit.day?.date ?? businessDateAt(lobby.visit.settings, at);
    const bytes = Uint8Array.from({ length: 10 }, (_, i) => (this.#count >> (8 * (i % 4))) & 255);
    this.#count++;
    const id = uuid7(at, bytes);
    const draft = { at, id, body: hash('sha256', id), device: 'rehearsal', person: null, facts };
    this.#decided.push({ date, draft, closed: closesDay(facts) ? lobby : null });
  }
}

/** In the order decided: a day's entries stand together. */
function byDate(decided: readonly Decided[]): { date: string; drafts: Decided[] }[] {
  const days: { date: string; drafts: Decided[] }[] = [];
  for (const one of decided) {
    const day = days.at(-1);
    if (day?.date === one.date) day.drafts.push(one);
    else days.push({ date: one.date, drafts: [one] });
  }
  return days;
}
