import type { Request } from '../../shared/devices/requests.ts';
import { type DeviceRole, isBound, type Post } from '../../shared/devices/roles.ts';
import type { CounterId, LoanId, TicketId } from '../../shared/ids.ts';
import type { Command, Lobby } from '../../shared/lobby.ts';
import type { FileQuestion } from '../../shared/questions/files.ts';
import type { Question } from '../../shared/questions/questions.ts';
import type { ViewKey } from '../../shared/views/views.ts';
import { placeOfLent } from '../../shared/visit/lent.ts';
import { ticketOf } from '../../shared/visit/state.ts';
import { lastLeg } from '../../shared/visit/ticket.ts';
import type { HubRefusal } from '../../shared/wire.ts';
import { type PhotoUse, type Right, rights } from './rights.ts';

/** Who asks: a device and whoever is signed in there, a screen on the same machine, or the hub. */
export interface Sender {
  readonly device: string | null;
  readonly person: string | null;
  readonly role: DeviceRole | 'phone' | 'loopback' | 'hub';
  /** Where a device stands that speaks for one counter only. */
  readonly counter?: CounterId | null;
  readonly post?: Post | null;
  /** The one ticket that a customer's phone may speak of. */
  readonly ticket?: TicketId;
}

export const theHub: Sender = { device: 'hub', person: null, role: 'hub' };
export const theMachine: Sender = { device: null, person: null, role: 'loopback' };

export type TurnedAway = Extract<HubRefusal, 'gate.forbidden' | 'person.notSignedIn'>;

/**
 * The one place that says who may do what, from the one table of rights; null is yes. Asked for
 * every command, request, question and view, on whatever way it came.
 */
export const gate = {
  command(sender: Sender, command: Command, lobby: Lobby): TurnedAway | null {
    if (sender.role === 'hub') return null;
    const right = rights.commands[command.type];
    const needed = isSelfService(sender, command) ? { ...right, posts: null } : right;
    if (!mayUse(sender, needed)) return 'gate.forbidden';
    if (sender.role !== 'loopback' && !isTheirs(sender, command, lobby)) return 'gate.forbidden';
    return isSignedIn(sender, needed) ? null : 'person.notSignedIn';
  },
  request: (sender: Sender, request: Request): TurnedAway | null =>
    may(sender, rights.requests[request.type]),
  question: (sender: Sender, question: Pick<Question, 'type'>): TurnedAway | null =>
    may(sender, rights.questions[question.type]),
  file: (sender: Sender, wanted: Pick<FileQuestion, 'type'>): TurnedAway | null =>
    may(sender, rights.files[wanted.type]),
  photo: (sender: Sender, use: PhotoUse): TurnedAway | null => may(sender, rights.photos[use]),
  view(sender: Sender, { name, counter }: ViewKey): TurnedAway | null {
    if (isBound(sender.role) && counter && counter !== sender.counter) return 'gate.forbidden';
    return may(sender, rights.views[name]);
  },
};

const may = (sender: Sender, right: Right): TurnedAway | null =>
  mayUse(sender, right)
    ? isSignedIn(sender, right)
      ? null
      : 'person.notSignedIn'
    : 'gate.forbidden';

function mayUse({ role }: Sender, right: Right): boolean {
  if (role === 'hub') return true;
  return role === 'loopback' ? right.loopback : right.devices.includes(role);
}

function isSignedIn({ role, post }: Sender, { posts }: Right): boolean {
  if (posts === null || role === 'hub' || role === 'loopback') return true;
  return post ? posts.includes(post) : false;
}

/** 取号: the customer's own press, at the kiosk, told at once or later. */
const isSelfService = ({ role }: Sender, { type }: Command) =>
  role === 'kiosk' && (type === 'ticket.issue' || type === 'ticket.handIn');

/** Whether what a command names is this device's, or this person's, to name. */
function isTheirs(sender: Sender, command: Command, lobby: Lobby): boolean {
  switch (command.type) {
    case 'ticket.issue':
      if (sender.role !== 'kiosk') return command.by === 'hand';
      return command.by === 'kiosk' && !command.test;
    case 'ticket.handIn':
      return sender.role !== 'kiosk' || isOwnLoan(sender, numberLoan(command, lobby), lobby);
    case 'numbers.borrow':
      return isOwnLoan(sender, command.loan, lobby);
    case 'help.call':
      return isTheirCall(sender, command);
    case 'ticket.leave':
    case 'rating.byPhone':
      return command.ticket === sender.ticket;
    case 'day.close':
      return command.by === 'manager';
    case 'counter.open':
      return isHere(sender, command.counter) && (command.teller ?? sender.person) === sender.person;
    case 'ticket.hold':
      return sender.role !== 'counter' || !isElsewhere(sender, command.ticket, lobby);
    case 'rating.give':
    case 'rating.change':
    case 'rating.explain':
    case 'rating.decline':
    case 'rating.extend':
      return wasServedHere(sender, command.ticket, lobby);
    default:
      return !('counter' in command) || !isBound(sender.role) || isHere(sender, command.counter);
  }
}

const isHere = ({ counter }: Sender, named: CounterId | undefined) =>
  counter !== undefined && counter !== null && counter === named;

/** What nobody borrowed yet, or was never lent, is for the rules. */
const isOwnLoan = ({ device }: Sender, id: LoanId | undefined, { visit }: Lobby) => {
  const loan = id && visit.loans[id];
  return !loan || loan.device === device;
};

const numberLoan = ({ number }: Extract<Command, { type: 'ticket.handIn' }>, { visit }: Lobby) =>
  placeOfLent(visit, number)?.loan;

/** A kiosk stands at no counter, and knows nobody's ticket; a rating terminal knows no line. */
function isTheirCall(sender: Sender, { counter, ticket }: Extract<Command, { type: 'help.call' }>) {
  if (sender.role === 'kiosk') return !counter && !ticket;
  return isHere(sender, counter) && (!ticket || sender.role === 'counter');
}

/** Another counter has this ticket's customer before it. */
function isElsewhere({ counter }: Sender, id: TicketId, { visit }: Lobby): boolean {
  const situation = ticketOf(visit, id)?.situation;
  return situation !== undefined && 'counter' in situation && situation.counter !== counter;
}

/** A ticket nobody served yet, or none at all, is for the rules to refuse. */
function wasServedHere(sender: Sender, id: TicketId, { visit }: Lobby): boolean {
  const ticket = ticketOf(visit, id);
  const leg = ticket && lastLeg(ticket);
  return !leg || isHere(sender, leg.counter ?? undefined);
}
