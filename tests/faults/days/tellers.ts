import { type CounterId, type StaffId, type TicketId, ticketIdOf } from '../../../shared/ids.ts';
import type { LobbyCommand } from '../../../shared/lobby.ts';
import { counterOf, ticketOf, type Visit } from '../../../shared/visit/state.ts';
import type { Branch } from './branch.ts';
import { Link } from './link.ts';

/** What a teller does next, and how long it takes to come to it, seconds. */
type Act = readonly [command: LobbyCommand, after: number];

/** Somebody at a counter who looks at the screen, does what fits, and now and then what does not. */
export function teller(branch: Branch, counter: CounterId, until: number): void {
  const { world, die } = branch;
  const link = new Link(branch);
  const again = (seconds: number) => world.after(Math.ceil(seconds * 4) * 250, look);
  const look = () => {
    if (world.now > until) return;
    if (die() < 0.005) link.pull(10_000 + die() * 100_000);
    if (!link.live || !branch.life) return void again(5);
    const [command, after] = next(branch.life.lobby.visit, counter, die);
    world.after(Math.ceil(after * 4) * 250, () => link.send(command, () => again(1 + die() * 4)));
  };
  again(die() * 600);
}

/** Exponential with this mean, seconds. */
const about = (mean: number, die: () => number) => -mean * Math.log(1 - die());

function next(visit: Visit, id: CounterId, die: () => number): Act {
  const { situation, present } = counterOf(visit, id);
  const counter = { counter: id };
  const ticket = present ? ticketOf(visit, present) : undefined;
  if (die() < 0.04) return [{ type: 'press.undo', ...counter }, die() * 8];
  if (situation.is === 'closed') {
    const staff = `t${id}` as StaffId;
    return [{ type: 'counter.open', ...counter, teller: staff }, about(30, die)];
  }
  if (situation.is === 'paused') return [{ type: 'counter.resume', ...counter }, about(300, die)];
  if (ticket?.situation.is === 'called') return withCalled(id, die);
  if (ticket) return withServed(visit, id, ticket.id, die);
  return free(visit, id, die);
}

function free(visit: Visit, id: CounterId, die: () => number): Act {
  const counter = { counter: id };
  const roll = die();
  if (roll < 0.02) return [{ type: 'counter.pause', ...counter, reason: 'break' }, 1];
  if (roll < 0.03) return [{ type: 'counter.close', ...counter }, 1];
  if (roll < 0.05) {
    const service = visit.settings.services[0]?.id;
    const walkIn = { type: 'service.walkIn', class: 'ordinary', reason: 'quickQuestion' } as const;
    if (service) return [{ ...walkIn, ...counter, service }, 1];
  }
  const picked = visit.line[Math.floor(die() * visit.line.length)];
  if (roll < 0.1 && picked && visit.day) {
    const ticket = ticketIdOf(visit.day.date, picked);
    return [{ type: 'call.ticket', ...counter, ticket }, about(10, die)];
  }
  return [{ type: 'call.next', ...counter }, about(visit.line.length > 0 ? 10 : 90, die)];
}

function withCalled(id: CounterId, die: () => number): Act {
  const counter = { counter: id };
  const roll = die();
  if (roll < 0.75) return [{ type: 'service.start', ...counter }, about(20, die)];
  if (roll < 0.9) return [{ type: 'call.again', ...counter }, about(25, die)];
  return [{ type: 'ticket.missed', ...counter }, about(20, die)];
}

function withServed(visit: Visit, id: CounterId, ticket: TicketId, die: () => number): Act {
  const counter = { counter: id };
  const roll = die();
  if (roll < 0.2) return [{ type: 'rating.invite', ...counter }, about(60, die)];
  if (roll < 0.3) {
    const to = visit.settings.services[Math.floor(die() * visit.settings.services.length)];
    if (to) return [{ type: 'service.transfer', ...counter, to: to.id }, about(120, die)];
  }
  if (roll < 0.34) return [{ type: 'ticket.hold', ticket }, about(60, die)];
  return [{ type: 'service.end', ...counter }, about(180, die)];
}
