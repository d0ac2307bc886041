import { defaultSettings } from '../../shared/defaults.ts';
import type { Advice } from '../../shared/foresight/advice.ts';
import type { CustomerClass, Settings } from '../../shared/settings.ts';
import type { CommandOf } from '../../shared/visit/commands.ts';
import { due } from '../../shared/visit/day.ts';
import type { ComplaintTag, RatingLevel } from '../../shared/visit/ticket.ts';
import type { Plain } from './plain.ts';
import { Told } from './told.ts';

/** A day at the sample branch, from 09:00 on Monday 23 November 2026; only the story turns time. */
export const story = (change: Partial<Settings> = {}) =>
  new Story({ ...defaultSettings, ...change }).ticks();

type Care = NonNullable<CommandOf<'ticket.issue'>['reason']>;
type Issue = Partial<Pick<CommandOf<'ticket.issue'>, 'by' | 'reason' | 'test' | 'replaces'>>;
type Give = Partial<Pick<CommandOf<'rating.give'>, 'took' | 'pressedAt' | 'offer'>>;

/** Every verb is one command, and fails the test if it is refused; tickets go by their numbers. */
export class Story extends Told {
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

  #prompt(number: string) {
    const prompt = this.prompt(number);
    const offer = prompt && 'offer' in prompt ? prompt.offer : 'offer-nobody-made';
    return { ticket: this.id(number), offer };
  }
}
