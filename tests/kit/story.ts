import { expect } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
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
import type { CustomerClass, Settings } from '../../shared/settings.ts';
import { thresholds } from '../../shared/views/figures.ts';
import { due } from '../../shared/visit/day.ts';
import { measureByClass } from '../../shared/visit/measures.ts';
import { rows, whoIsNext } from '../../shared/visit/queue.ts';
import { counterOf } from '../../shared/visit/state.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import {
  type ComplaintTag,
  lastLeg,
  type RatingLevel,
  type Ticket,
} from '../../shared/visit/ticket.ts';
import type { Plain } from './plain.ts';

import { type Predictor, predictor } from './predictor.ts';
import type { Care, Give, Issue } from './verbs.ts';

/** A day at the sample branch, from 09:00 on Monday 23 November 2026; only the story turns time. */
export const story = (change: Partial<Settings> = {}) =>
  new Story({ ...defaultSettings, ...change }).ticks();

/** Every verb is one command, and fails the test if it is refused; tickets go by their numbers. */
export class Story {
  lobby: Lobby;
  now = Date.parse('2026-11-23T09:00:00+08:00');
  /** Who is signed in where the next press is made. */
  person: string | null = null;
  /** Photos on the hub's disk. */
  readonly photos = new Set<string>();
  advice: readonly Advice[] = [];
  /** All that has happened. */
  readonly facts: Fact[] = [];
  carriesForesight = false;

  constructor(settings: Settings) {
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
  as = (person: string | null) => Object.assign(this, { person });
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
  refuses(code: LobbyRefusal, press: (told: Story) => unknown): this {
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
      ...(this.carriesForesight && { expected: this.foreseen.expected() }),
      person: this.person as StaffId | null,
      hasPhoto: (photo) => this.photos.has(photo),
      advice: this.advice,
    });
  }

  /** What the predictor says here and now, having seen all that has happened. */
  get foreseen(): Predictor {
    return predictor(this.lobby.visit.settings, this.facts, this.now);
  }
  /** From now on each tick brings along what is foreseen, as the hub's does. */
  foresees = () => Object.assign(this, { carriesForesight: true });

  // The hub
  /** What the hub does every second: days and doors follow the calendar, then the tick. */
  ticks(): this {
    for (let [command] = this.#due(); command; [command] = this.#due()) this.does(command);
    return this.does({ type: 'tick' });
  }
  #due = () => due(this.lobby.visit, this.now);
  /** Seconds pass, each with its tick. */
  passes(seconds: number): this {
    for (let s = 0; s < seconds; s++) this.after(1).ticks();
    return this;
  }
  plugsIn = (counter: string) => this.does({ type: 'terminal.online', counter });
  unplugs = (counter: string) => this.does({ type: 'terminal.offline', counter });
  restarts = () => this.does({ type: 'hub.start', offset: 0, since: this.lobby.visit.lastAt });
  sets = (change: Partial<Settings>) =>
    this.does({ type: 'settings.change', settings: { ...this.lobby.visit.settings, ...change } });

  // Customers
  takes(service = 'cash', cls: CustomerClass = 'ordinary', more: Issue = {}): this {
    const issue = { type: 'ticket.issue', service, class: cls } as const;
    return this.does({ ...issue, by: 'kiosk', ...more });
  }
  /** Given a care ticket 特殊关爱 by hand. */
  isGiven = (service: string, reason: Care) => this.takes(service, 'care', { by: 'hand', reason });
  replaces(number: string, more: Issue = {}): this {
    const { id: replaces, service, class: cls } = this.ticket(number);
    return this.takes(service, cls as CustomerClass, { ...more, ...{ replaces } });
  }
  comesBack = (number: string) => this.does({ type: 'ticket.back', ticket: this.id(number) });
  givesUp = (number: string) => this.does({ type: 'ticket.giveUp', ticket: this.id(number) });
  holds = (number: string) => this.does({ type: 'ticket.hold', ticket: this.id(number) });
  releases = (number: string) => this.does({ type: 'ticket.release', ticket: this.id(number) });

  // Help, and going first
  /** At a counter, or, without one, at a kiosk. */
  asks = (counter?: string, more: { number?: string; device?: string } = {}) => {
    const ticket = more.number === undefined ? {} : { ticket: this.id(more.number) };
    const at = counter === undefined ? {} : { counter };
    return this.does({ type: 'help.call', ...at, ...ticket }, more.device);
  };
  answers = (n: number) => this.does({ type: 'help.answer', help: `${this.today}.h${n}` });
  counts = (without: number) => this.does({ type: 'people.count', without });
  letsFirst = (number: string, reason: Care = 'elderly') =>
    this.does({ type: 'ticket.class', ticket: this.id(number), class: 'care', reason });

  // Tellers
  opens = (counter: string) => this.does({ type: 'counter.open', counter });
  pauses = (counter: string) => this.does({ type: 'counter.pause', counter, reason: 'lunch' });
  resumes = (counter: string) => this.does({ type: 'counter.resume', counter });
  closes = (counter: string) => this.does({ type: 'counter.close', counter });
  calls = (counter: string) => this.does({ type: 'call.next', counter });
  picks = (counter: string, number: string) =>
    this.does({ type: 'call.ticket', counter, ticket: this.id(number) });
  recalls = (counter: string) => this.does({ type: 'call.again', counter });
  misses = (counter: string) => this.does({ type: 'ticket.missed', counter });
  starts = (counter: string) => this.does({ type: 'service.start', counter });
  ends = (counter: string) => this.does({ type: 'service.end', counter });
  undoes = (counter: string) => this.does({ type: 'press.undo', counter });
  invites = (counter: string) => this.does({ type: 'rating.invite', counter });
  transfers = (counter: string, to: string) => this.does({ type: 'service.transfer', counter, to });
  walksIn = (counter: string, service = 'cash', cls: CustomerClass = 'ordinary') =>
    this.does({
      ...{ type: 'service.walkIn', counter, reason: 'quickQuestion' },
      ...{ service, class: cls },
    });
  /** Calls and, until the customer is missed, recalls as early as the rules allow. */
  losesNext = (counter: string) => this.calls(counter).after(20).recalls(counter).misses(counter);
  /** Calls, starts after `wait` seconds and ends after `service` more. */
  serves = (counter: string, service = 60, wait = 0) =>
    this.calls(counter).after(wait).starts(counter).after(service).ends(counter);

  // Ratings
  rates = (number: string, level: RatingLevel, more: Give = {}) =>
    this.does({ type: 'rating.give', ...this.#prompt(number), level, took: 3000, ...more });
  changesTo = (number: string, level: RatingLevel) =>
    this.does({ type: 'rating.change', ...this.#prompt(number), level });
  explains = (number: string) =>
    this.does({ type: 'rating.explain', ...this.#prompt(number), reasons: ['wait', 'wait'] });
  declines = (number: string) => this.does({ type: 'rating.decline', ...this.#prompt(number) });
  extends = (number: string) => this.does({ type: 'rating.extend', ...this.#prompt(number) });

  ratesByPhone = (number: string, level: RatingLevel, reasons?: ComplaintTag[]) =>
    this.does({
      ...{ type: 'rating.byPhone', ticket: this.id(number), level },
      ...(reasons && { reasons }),
    });
  leaves = (number: string) => this.does({ type: 'ticket.leave', ticket: this.id(number) });

  // The manager
  closesDay = () => this.does({ type: 'day.close', by: 'manager' });
  acknowledges = (n: number) => this.does({ type: 'alert.acknowledge', alert: this.alert(n).id });
  /** What looking ahead has found, until something else is said. */
  isAdvised(...advice: readonly Plain<Advice>[]): this {
    this.advice = advice as readonly Advice[];
    return this;
  }
  accepts = (does: Advice['does'], counter: string) =>
    this.does({ type: 'advice.accept', does, counter });
  handles = (n: number) =>
    this.does({
      ...{ type: 'alert.handle', alert: this.alert(n).id },
      ...{ cause: 'peak', action: 'openedCounter' },
    });

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

  #prompt(number: string) {
    const prompt = this.prompt(number);
    const offer = prompt && 'offer' in prompt ? prompt.offer : 'offer-nobody-made';
    return { ticket: this.id(number), offer };
  }
}
