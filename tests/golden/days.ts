import type { TicketId } from '../../shared/ids.ts';
import { handClock } from '../kit/handClock.ts';
import { Branch, impatient } from './branch.ts';
import {
  account,
  business,
  cash,
  device,
  idOf,
  kiosk,
  lobby,
  one,
  staff,
  take,
  teller,
  three,
  two,
} from './cast.ts';
import { help, house, lateNumber, outage } from './floor.ts';

const HOUR = 3_600_000;
/** Tuesday 24 November 2026, 08:50 in Shanghai. */
const MORNING = Date.UTC(2026, 10, 24, 0, 50);

/** Three business days of a branch in which everything happens that this program has a fact for. */
export async function playDays(folder: string): Promise<void> {
  const clock = handClock(MORNING);
  const first = await Branch.open(folder, clock);
  await house(first);
  await morning(first);
  await ratings(first);
  await absences(first);
  await crowd(first);
  await outage(first);
  await evening(first);
  await first.stop();
  clock.turn(MORNING + 24 * HOUR - first.now());
  const second = await Branch.open(folder, clock);
  await shortDay(second);
  // Nobody closes it: the clock does, and opens the third.
  await second.at(MORNING + 49 * HOUR);
  await second.does(take());
  await second.sign();
  await second.does(take(account));
  await second.stop();
}

/** A first customer, with every press taken back once. */
async function morning(b: Branch): Promise<void> {
  await b.at(MORNING + HOUR / 4);
  await b.does({ type: 'person.signIn', person: staff('T01'), device: device('dev-counter') });
  await b.does({ type: 'counter.open', counter: one, teller: staff('T01') }, teller);
  await b.does({ type: 'terminal.online', counter: one });
  await b.does(take(), kiosk);
  await b.does(take(account, { class: 'premium' }), kiosk);
  await b.does(take(cash, { class: 'care', by: 'hand', reason: 'elderly' }), lobby);
  await b.does(take(cash, { test: true }), kiosk);
  const undo = () => b.does({ type: 'press.undo', counter: one }, teller);
  await b.does({ type: 'call.next', counter: one }, teller);
  await undo();
  await b.after(20);
  await b.does({ type: 'call.next', counter: one }, teller);
  await b.after(25);
  await b.does({ type: 'call.again', counter: one }, teller);
  await b.does({ type: 'service.start', counter: one }, teller);
  await undo();
  await b.does({ type: 'service.start', counter: one }, teller);
  await b.after(60);
  await b.does({ type: 'rating.invite', counter: one }, teller);
  await b.does({ type: 'service.end', counter: one }, teller);
  await undo();
  await b.does({ type: 'service.end', counter: one }, teller);
  await b.after(3);
}

/** The next customer at counter one, served, and asked for a rating at the end. */
async function serve(b: Branch, seconds: number): Promise<void> {
  await b.does({ type: 'call.next', counter: one }, teller);
  await b.after(10);
  await b.does({ type: 'service.start', counter: one }, teller);
  await b.after(seconds);
  await b.does({ type: 'service.end', counter: one }, teller);
  await b.after(3);
}

/** Every way in which a rating can end. */
async function ratings(b: Branch): Promise<void> {
  const give = { type: 'rating.give', level: 'dissatisfied', took: 2500 } as const;
  for (let n = 0; n < 6; n++) await b.does(take(n % 2 ? account : cash), kiosk);
  await b.does({ ...give, ...b.promptAt(one) });
  await b.does({ type: 'rating.change', ...b.promptAt(one), level: 'satisfied' });
  await b.after(15);
  await serve(b, 60);
  await b.does({ ...give, ...b.promptAt(one) });
  await b.does({ type: 'rating.explain', ...b.promptAt(one), reasons: ['wait', 'procedure'] });
  await b.after(15);
  await serve(b, 40);
  await b.does({ type: 'rating.extend', ...b.promptAt(one) });
  await b.does({ type: 'rating.decline', ...b.promptAt(one) });
  await b.after(15);
  await serve(b, 45);
  const late = { ...b.promptAt(one), pressedAt: b.now() };
  await b.after(40);
  await b.does({ ...give, ...late, level: 'verySatisfied' });
  await serve(b, 30);
  await b.after(15);
  // The next call ends what the one before did not answer on the terminal; the phone still may.
  const { ticket } = b.promptAt(one);
  await serve(b, 30);
  await b.does({ type: 'rating.byPhone', ticket, level: 'dissatisfied', reasons: ['wait'] });
  await b.does({ ...give, ...b.promptAt(one), level: 'fair' });
  await b.after(15);
}

/** Not there when called: back in time, back too late, and with a new number in the end. */
async function absences(b: Branch): Promise<void> {
  await b.does({ type: 'counter.open', counter: two, teller: staff('T02') });
  const wanted = await b.does(take(), kiosk);
  for (let n = 0; n < 4; n++) await b.does(take(), kiosk);
  const miss = async (ticket: TicketId) => {
    await b.after(20);
    await b.does({ type: 'call.ticket', counter: two, ticket });
    await b.after(25);
    await b.does({ type: 'call.again', counter: two });
    await b.after(25);
    await b.does({ type: 'ticket.missed', counter: two });
  };
  await miss(wanted);
  await b.does({ type: 'press.undo', counter: two });
  await b.does({ type: 'ticket.missed', counter: two });
  await b.does({ type: 'ticket.back', ticket: wanted }, lobby);
  await miss(wanted);
  const pass = async () => {
    for (let n = 0; n < 2; n++) {
      await b.after(20);
      await b.does({ type: 'call.next', counter: two });
      await b.does({ type: 'service.start', counter: two });
      await b.after(20);
      await b.does({ type: 'service.end', counter: two });
    }
  };
  await pass();
  await b.does({ type: 'ticket.back', ticket: wanted }, lobby);
  await miss(wanted);
  await pass();
  await b.does(take(cash, { by: 'hand', replaces: wanted }), lobby);
  await b.wallSteps(-40);
}

/** One counter for many: alerts rise, are repeated, advise, are seen to, and clear. */
async function crowd(b: Branch): Promise<void> {
  await b.does({ type: 'counter.pause', counter: two, reason: 'lunch' });
  for (let n = 0; n < 9; n++) await b.does(take(n % 2 ? account : cash), kiosk);
  await help(b);
  await b.after(300);
  const { alerts } = b.lobby.care;
  for (const { id, clearedAt, acknowledgedAt } of alerts)
    if (clearedAt === null && acknowledgedAt === null)
      await b.does({ type: 'alert.acknowledge', alert: id }, { person: 'M01' });
  const handle = { type: 'alert.handle', cause: 'peak', action: 'openedCounter' } as const;
  for (const { id, handled } of b.lobby.care.alerts)
    if (!handled) await b.does({ ...handle, alert: id }, { person: 'M01' });
  await b.does({ type: 'counter.resume', counter: two });
  const [held, gone] = b.lobby.visit.line.slice(-2).map((n) => idOf(b, n));
  if (!held || !gone) throw new Error('nobody waits');
  await b.does({ type: 'ticket.hold', ticket: held }, lobby);
  await b.does({ type: 'ticket.release', ticket: held }, lobby);
  await b.does({ type: 'ticket.giveUp', ticket: gone }, lobby);
  for (let n = 0; n < 4; n++) {
    await b.after(15);
    await serve(b, 20);
  }
}

/** A hand-over, a transfer, a walk-in, a service that nobody ended, and the close. */
async function evening(b: Branch): Promise<void> {
  await b.does({ type: 'person.signIn', person: staff('T02'), device: device('dev-counter') });
  await b.after(40);
  await b.does({ type: 'call.next', counter: one }, teller);
  await b.does({ type: 'service.start', counter: one }, teller);
  await b.after(30);
  await b.does({ type: 'service.transfer', counter: one, to: business }, teller);
  const walkIn = { type: 'service.walkIn', service: cash, class: 'ordinary' } as const;
  await b.does({ ...walkIn, counter: one, reason: 'quickQuestion' }, teller);
  await b.after(30);
  await b.does({ type: 'service.end', counter: one }, teller);
  await b.does({ type: 'counter.open', counter: three });
  await b.after(15);
  await b.does({ type: 'call.next', counter: three });
  await b.does({ type: 'service.start', counter: three });
  await b.does({ type: 'ticket.hold', ticket: b.presentAt(three) });
  await b.does({ type: 'counter.close', counter: three });
  await b.does({ type: 'terminal.offline', counter: one });
  await b.does({ type: 'device.offline', device: device('dev-display') });
  await b.at(MORNING + 9 * HOUR);
  await b.does({ type: 'person.signOut', device: device('dev-counter') });
  await b.does({ type: 'staff.leave', person: staff('T02') }, { person: 'M01' });
  await b.does({ type: 'staff.erase', person: staff('T02') }, { person: 'M01' });
  await b.does({ type: 'day.close', by: 'manager' }, lobby);
}

/** A day under other settings. */
async function shortDay(b: Branch): Promise<void> {
  await b.at(MORNING + 25 * HOUR);
  const points = { ...impatient.rating.points, fair: 50 };
  const settings = { ...impatient, rating: { ...impatient.rating, points } };
  await b.does({ type: 'settings.change', settings }, { person: 'M01' });
  await lateNumber(b, '2026-11-24');
  await b.does({ type: 'counter.open', counter: one, teller: staff('T01') }, teller);
  await b.does({ type: 'terminal.online', counter: one });
  for (let n = 0; n < 4; n++) await b.does(take(n % 2 ? account : cash), kiosk);
  await serve(b, 70);
  await b.does({ type: 'rating.give', ...b.promptAt(one), level: 'satisfied', took: 3000 });
  await b.after(15);
  await serve(b, 50);
}
