import { Agenda } from '../../server/rehearsal/agenda.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import type { CounterId, ServiceId, StaffId, TicketId } from '../../shared/ids.ts';
import {
  decide,
  evolve,
  type Fact,
  initialLobby,
  type Lobby,
  type LobbyCommand,
} from '../../shared/lobby.ts';
import type { Settings } from '../../shared/settings.ts';
import { due } from '../../shared/visit/day.ts';
import { counterOf, ticketOf } from '../../shared/visit/state.ts';
import { lastLeg, type RatingLevel, waitedIn } from '../../shared/visit/ticket.ts';
import { dice } from './dice.ts';
import type { Habits } from './habits.ts';

export interface LivelyOptions {
  readonly from?: string;
  readonly days?: number;
  readonly tickets?: number;
  readonly seed?: number;
  readonly habits?: Habits;
  readonly settings?: Settings;
}

const hour = (date: string, time: string) => Date.parse(`${date}T${time}:00+08:00`);

/** A branch with hours, and counters that serve everybody. */
export const livelyBranch: Settings = {
  ...defaultSettings,
  hours: {
    week: Array(7).fill({ open: '09:00', close: '17:00' }),
    exceptions: {},
    ticketsBeforeMinutes: 0,
  },
  counters: defaultSettings.counters.map((counter) => ({
    ...counter,
    services: defaultSettings.services.map(({ id }) => id),
    classes: ['ordinary', 'premium', 'care'],
  })),
};

/** What was decided, one command an entry. */
export interface Decided {
  readonly at: number;
  readonly facts: readonly Fact[];
}

/** Simulated days of a busy branch, before the real core, without its ticks: quick, and full of life. */
export class Lively {
  lobby: Lobby;
  /** The state before the first day. */
  readonly begun: Lobby;
  readonly #agenda: Agenda;
  readonly #die: () => number;
  readonly #options: Required<Omit<LivelyOptions, 'from' | 'days'>>;
  #decided: Decided[] = [];
  #offers = 0;
  #day = 0;
  #over = false;

  constructor(options: LivelyOptions = {}) {
    const { tickets = 400, seed = 1, habits = {}, settings = livelyBranch } = options;
    this.#options = { tickets, seed, habits, settings };
    this.lobby = initialLobby(settings);
    this.begun = this.lobby;
    this.#agenda = new Agenda(hour(options.from ?? '2026-10-01', '08:30'));
    this.#die = dice(seed);
    this.#ask({ type: 'settings.change', settings });
  }

  /** Plays one business day to its close. */
  day(date: string): readonly Decided[] {
    const { habits, tickets } = this.#options;
    this.#over = false;
    this.#day++;
    this.#agenda.at(hour(date, '08:35'), () => this.#ask({ type: 'tick' }));
    this.#agenda.at(hour(date, '08:55'), () => this.#opens());
    if (habits.takesEarly)
      for (let n = 0; n < tickets / 10; n++)
        this.#agenda.at(hour(date, '08:40') + n * 1000, () => this.#takes('hand'));
    for (let n = 0; n < tickets; n++)
      this.#agenda.at(hour(date, '09:00') + this.#between(0, 7.5 * 3_600_000), () =>
        this.#takes('kiosk'),
      );
    this.#agenda.at(hour(date, '18:30'), () => {
      this.#ask({ type: 'day.close', by: 'manager' });
      this.#over = true;
    });
    while (!this.#over && this.#agenda.step());
    const decided = this.#decided;
    this.#decided = [];
    return decided;
  }

  #ask(command: LobbyCommand): boolean {
    const at = this.#agenda.now;
    for (let [own] = due(this.lobby.visit, at); own; [own] = due(this.lobby.visit, at))
      this.#decide(own);
    return this.#decide(command);
  }

  #decide(command: LobbyCommand): boolean {
    const at = this.#agenda.now;
    const mint = `offer-${String(++this.#offers).padStart(10, '0')}`;
    const decided = decide(this.lobby, command, { at, mint });
    if (!decided.ok) return false;
    if (decided.value.length > 0) this.#decided.push({ at, facts: decided.value });
    this.lobby = decided.value.reduce(evolve, this.lobby);
    return true;
  }

  /** Between a and b, whole milliseconds. */
  #between = (a: number, b: number) => Math.round(a + this.#die() * (b - a));
  /** What was begun on one day does not go on into the next. */
  #after(ms: number, run: () => void): void {
    const day = this.#day;
    this.#agenda.after(ms, () => day === this.#day && !this.#over && run());
  }

  #opens(): void {
    const { settings, habits } = this.#options;
    for (const { id } of settings.counters) {
      this.#ask({ type: 'terminal.online', counter: id });
      this.#ask({ type: 'counter.open', counter: id, teller: `t${id}` as StaffId });
      this.#after(this.#between(1000, 60_000), () => this.#calls(id));
      if (habits.unplugs && id < '4')
        for (const time of [2, 4]) this.#after(time * 3_600_000, () => this.#unplugs(id));
    }
  }

  #unplugs(counter: CounterId): void {
    this.#ask({ type: 'terminal.offline', counter });
    this.#after(3_600_000, () => this.#ask({ type: 'terminal.online', counter }));
  }

  #takes(by: 'kiosk' | 'hand'): void {
    const { services } = this.#options.settings;
    const service =
      services[Math.floor(this.#die() * services.length)]?.id ?? ('cash' as ServiceId);
    const kind = this.#die();
    const cls = kind < 0.15 ? 'premium' : kind < 0.2 && by === 'hand' ? 'care' : 'ordinary';
    const reason = cls === 'care' ? { reason: 'elderly' as const } : {};
    this.#ask({ type: 'ticket.issue', service, class: cls, by, ...reason });
    const { day, tickets } = this.lobby.visit;
    const ticket = `${day?.date}.${tickets.size}` as TicketId;
    const leaves = () => this.#ask({ type: 'ticket.giveUp', ticket });
    if (this.#die() < 0.02) this.#after(600_000, leaves);
  }

  /** A teller's round: call, wait for the customer, serve, ask, and once more. */
  #calls(counter: CounterId): void {
    const { habits } = this.#options;
    if (habits.skipsTickets && this.#die() < 0.3) this.#servesWithout(counter);
    else if (!this.#ask({ type: 'call.next', counter })) this.#again(counter, 20_000);
    else if (this.#isLost(counter)) this.#misses(counter);
    else this.#serves(counter);
  }

  #isLost(counter: CounterId): boolean {
    const { marksMissed, resets } = this.#options.habits;
    const { present } = counterOf(this.lobby.visit, counter);
    if (resets && present && ticketOf(this.lobby.visit, present)?.putBack) return true;
    return this.#die() < (marksMissed ? 0.5 : resets ? 0.2 : 0.02);
  }

  #again = (counter: CounterId, ms: number) => this.#after(ms, () => this.#calls(counter));

  #serves(counter: CounterId): void {
    const { habits } = this.#options;
    const sham = habits.shams && counter === '1';
    const gap = habits.callsEarly ? this.#between(60_000, 300_000) : this.#between(4000, 60_000);
    this.#after(sham ? 4000 : gap, () => {
      this.#ask({ type: 'service.start', counter });
      this.#after(sham ? 5000 : this.#between(60_000, 460_000), () => this.#ends(counter));
    });
  }

  #misses(counter: CounterId): void {
    const { callGap, recallGap } = this.#options.settings.rules;
    this.#after(recallGap * 1000, () => {
      const { present } = counterOf(this.lobby.visit, counter);
      this.#ask({ type: 'call.again', counter });
      this.#ask({ type: 'ticket.missed', counter });
      this.#again(counter, callGap * 1000);
      const ticket = present && ticketOf(this.lobby.visit, present);
      if (!ticket || !this.#options.habits.resets) return;
      const { id: replaces, service } = ticket;
      const anew = {
        type: 'ticket.issue',
        by: 'hand',
        service,
        class: 'ordinary',
        replaces,
      } as const;
      this.#after(600_000, () => this.#ask({ type: 'ticket.back', ticket: replaces }));
      if (ticket.putBack) this.#after(3_600_000, () => this.#ask(anew));
    });
  }

  #servesWithout(counter: CounterId): void {
    const walkIn = { type: 'service.walkIn', counter, reason: 'quickQuestion' } as const;
    const begun = this.#ask({ ...walkIn, service: 'cash' as ServiceId, class: 'ordinary' });
    if (begun) this.#after(this.#between(60_000, 200_000), () => this.#ends(counter));
    else this.#again(counter, 20_000);
  }

  #ends(counter: CounterId): void {
    const { visit } = this.lobby;
    const { present } = counterOf(visit, counter);
    const before = present ? ticketOf(visit, present) : undefined;
    const waited = waitedIn(before?.legs ?? []) / 60_000;
    const invites = this.#options.habits.invitesTheHappy ? waited < 6 : this.#die() < 0.7;
    if (invites) this.#ask({ type: 'rating.invite', counter });
    this.#ask({ type: 'service.end', counter });
    const ticket = present ? ticketOf(this.lobby.visit, present) : undefined;
    const prompt = ticket && lastLeg(ticket)?.prompt;
    if (ticket && prompt?.is === 'open') this.#rates(ticket.id, prompt.offer, waited);
    this.#again(counter, this.#between(16_000, 25_000));
  }

  #rates(ticket: TicketId, offer: string, waited: number): void {
    const { pressesTheKey, shams } = this.#options.habits;
    const answers = this.#die() < 0.6;
    const own = pressesTheKey !== undefined || (shams && !answers);
    if (!answers && !own) return;
    const took = pressesTheKey === 'quickly' ? 1000 : this.#between(2500, 14_000);
    const level = own ? 'verySatisfied' : this.#level(waited);
    this.#after(took, () => this.#ask({ type: 'rating.give', ticket, offer, level, took }));
  }

  #level(waited: number): RatingLevel {
    const mood = this.#die() + waited / 200;
    return mood < 0.75
      ? 'verySatisfied'
      : mood < 0.95
        ? 'satisfied'
        : mood < 0.99
          ? 'fair'
          : 'dissatisfied';
  }
}
