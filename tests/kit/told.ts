import { expect } from 'vitest';
import type { Advice } from '../../shared/foresight/advice.ts';
import type { CounterId, DeviceId, StaffId, TicketId } from '../../shared/ids.ts';
import {
  decide,
  evolve,
  type Fact,
  initialLobby,
  type Lobby,
  type LobbyCommand,
  type LobbyRefusal,
} from '../../shared/lobby.ts';
import type { Settings } from '../../shared/settings.ts';
import { thresholds } from '../../shared/views/figures.ts';
import { measureByClass } from '../../shared/visit/measures.ts';
import { rows, whoIsNext } from '../../shared/visit/queue.ts';
import { counterOf } from '../../shared/visit/state.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import { lastLeg, type Ticket } from '../../shared/visit/ticket.ts';
import type { Plain } from './plain.ts';

import { type Predictor, predictor } from './predictor.ts';

/** What has happened so far, and how the next press is made: each verb of a story stands on this. */
export class Told {
  lobby: Lobby;
  now = Date.parse('2026-11-23T09:00:00+08:00');
  /** Who is signed in where the next press is made. */
  person: string | null = null;
  /** Photos on the hub's disk. */
  readonly photos = new Set<string>();
  advice: readonly Advice[] = [];
  /** All that has happened. */
  readonly facts: Fact[] = [];
  readonly #settings: Settings;
  #foresees = false;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.lobby = initialLobby(settings);
  }

  /** Local time, `09:05`, `09:05:30` or, on another day, `2026-11-24 04:00`. */
  at(time: string): this {
    const [clock = '', date = this.today] = time.split(' ').reverse();
    const at = Date.parse(`${date}T${clock.padEnd(8, ':00')}+08:00`);
    if (!(at >= this.now)) throw new Error(`a story cannot go back to ${time}`);
    this.now = at;
    return this;
  }
  as(person: string | null): this {
    this.person = person;
    return this;
  }
  after(seconds: number): this {
    this.now += seconds * 1000;
    return this;
  }

  does(command: Plain<LobbyCommand>, device?: string): this {
    const decided = this.#decide(command, device);
    if (!decided.ok) throw new Error(`${command.type} is refused: ${decided.refusal.code}`);
    this.facts.push(...decided.value);
    this.lobby = decided.value.reduce(evolve, this.lobby);
    return this;
  }
  /** The press is refused with this code, and nothing has changed. */
  refuses(code: LobbyRefusal, press: (told: this) => unknown): this {
    const before = this.lobby;
    expect(() => press(this)).toThrow(new RegExp(` is refused: ${code}$`));
    expect(this.lobby === before, 'a refusal changed the state').toBe(true);
    return this;
  }
  #decide(command: Plain<LobbyCommand>, device?: string) {
    return decide(this.lobby, command as LobbyCommand, {
      at: this.now,
      mint: `offer-${this.facts.length}-x`,
      device: (device ?? null) as DeviceId | null,
      ...(this.#foresees && { expected: this.foreseen.expected() }),
      person: this.person as StaffId | null,
      hasPhoto: (photo) => this.photos.has(photo),
      advice: this.advice,
    });
  }

  /** What the predictor says here and now, having seen all that has happened. */
  get foreseen(): Predictor {
    return predictor(this.#settings, this.facts, this.now);
  }
  /** From now on each tick brings along what is foreseen, as the hub's does. */
  foresees(): this {
    this.#foresees = true;
    return this;
  }

  // What is to be seen
  get today() {
    return this.lobby.visit.day?.date ?? '2026-11-23';
  }
  get line() {
    return rows(this.lobby.visit, this.lobby.visit.line).map((t) => t.number);
  }
  ticket(number: string): Ticket {
    const found = [...rowsOf(this.lobby.visit.tickets)].find((t) => t.number === number);
    if (!found) throw new Error(`nobody has number ${number}`);
    return found;
  }
  id = (number: string): TicketId => this.ticket(number).id;
  is = (number: string) => this.ticket(number).situation.is;
  prompt = (number: string) => lastLeg(this.ticket(number))?.prompt;
  counter = (id: string) => counterOf(this.lobby.visit, id as CounterId);
  /** Who would be called now and why, `A001 line`. */
  next(counter: string): string | null {
    const next = whoIsNext(this.lobby.visit, counter as CounterId, this.now);
    return next && `${next.ticket.number} ${next.why}`;
  }
  /** The nth alert, from 1. */
  alert(n: number) {
    const alert = this.lobby.care.alerts[n - 1];
    if (!alert) throw new Error(`there is no alert ${n}`);
    return alert;
  }
  /** Open alerts, `wait ordinary yellow`. */
  get alerts() {
    const open = this.lobby.care.alerts.filter((a) => a.clearedAt === null);
    return open.map((a) => `${a.kind} ${a.subject} ${a.level}`);
  }
  get figures() {
    const { settings, tickets, restarts } = this.lobby.visit;
    const options = { over: thresholds(settings), points: settings.rating.points, restarts };
    return measureByClass(rowsOf(tickets), options);
  }
  /** How often a fact has happened. */
  count = (type: Fact['type']) => this.facts.filter((f) => f.type === type).length;
}
