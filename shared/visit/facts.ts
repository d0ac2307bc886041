import type {
  BusinessDate,
  CounterId,
  DeviceId,
  LoanId,
  ServiceId,
  StaffId,
  TicketId,
} from '../ids.ts';
import type { Settings } from '../settings.ts';
import type { Choice } from './queue.ts';
import type {
  AbandonReason,
  CareReason,
  ComplaintTag,
  IssuedBy,
  RatingLevel,
  TicketClass,
  WalkInReason,
} from './ticket.ts';

/** Every fact carries `at`, the hub's time in milliseconds; it never runs backwards. */
type At<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
} & Readonly<Body>;
type OnTicket<T extends string, Body = object> = At<T, { ticket: TicketId } & Body>;
type AtCounter<T extends string, Body = object> = At<T, { counter: CounterId } & Body>;
type Stay<T extends string, Body = object> = AtCounter<T, { ticket: TicketId } & Body>;

export type DayFact =
  /**
   * `offset`: what must be added to hub time to get the wall's. `since`: the last thing known. `after`:
   * the last head that the center witnessed of the former epoch, once the city began a new one.
   */
  | At<
      'hub.started',
      { offset: number; since: number | null; after?: { epoch: number; seq: number; hash: string } }
    >
  | At<'clock.stepped', { by: number; offset: number }>
  /** `by`: whoever was signed in where it was changed. */
  | At<'settings.changed', { settings: Settings; by?: StaffId }>
  /** `imported`: a past day of another system, whose waits end at the call, or at the start of service. */
  | At<'day.opened', { date: BusinessDate; imported?: 'call' | 'start' }>
  | At<'day.closed', { date: BusinessDate; by: 'clock' | 'manager' }>
  | At<'doors.opened'>
  | At<'doors.closed'>;

export type TicketFact =
  | OnTicket<
      'ticket.issued',
      {
        number: string;
        service: ServiceId;
        class: TicketClass;
        by: IssuedBy;
        reason?: CareReason | WalkInReason;
        replaces?: TicketId;
        /** The first time, where it is not now. */
        firstAt?: number;
        test?: true;
        /** Handed in with a time outside every outage that the hub knows of: it counts from now. */
        untimed?: true;
      }
    >
  | OnTicket<'ticket.replaced', { by: TicketId }>
  /** Goes first from now on; number and first time stay. */
  | OnTicket<'ticket.classed', { class: 'care'; reason: CareReason }>
  | Stay<'ticket.called', { why: Choice }>
  | Stay<'ticket.recalled'>
  | Stay<'ticket.missed'>
  | OnTicket<'ticket.returned', { place: 'next' | 'behind' }>
  | OnTicket<'ticket.abandoned', { why: AbandonReason }>
  | OnTicket<'ticket.servedMeanwhile'>
  | OnTicket<'ticket.held', { counter?: CounterId }>
  | OnTicket<'ticket.released'>;

export type NumbersFact =
  | At<
      'numbers.lent',
      { loan: LoanId; device?: DeviceId; letter: string; from: number; to: number }
    >
  /** The kiosk that has this loan is not heard any more, and is heard again. */
  | At<'numbers.cutOff', { loan: LoanId }>
  | At<'numbers.regained', { loan: LoanId }>
  /** Handed in when its day was over: in no figure, but on record. */
  | At<
      'numbers.late',
      {
        date: BusinessDate;
        number: string;
        service: ServiceId;
        class: TicketClass;
        issuedAt: number;
      }
    >;

export type ServiceFact =
  | Stay<'service.started', { teller: StaffId | null }>
  | Stay<'service.ended'>
  | Stay<'service.transferred', { to: ServiceId }>
  /** Ended by the close of the day: outside every mean, and counted. */
  | OnTicket<'service.forgotten'>
  | Stay<'press.undone', { what: Undoable }>;

/** The presses that can be taken back at the same counter for a few seconds. */
export type Undoable = 'call' | 'start' | 'end' | 'missed';

export type CounterFact =
  | AtCounter<'counter.opened', { teller: StaffId | null }>
  | AtCounter<'counter.paused', { reason: PauseReason }>
  | AtCounter<'counter.resumed'>
  /** 交接: another teller goes on where the one before stopped. */
  | AtCounter<'counter.handedOver', { teller: StaffId }>
  | AtCounter<'counter.closed'>
  | AtCounter<'terminal.online'>
  | AtCounter<'terminal.offline'>;

export type PauseReason = 'lunch' | 'break' | 'cash' | 'training' | 'equipment' | 'other';

export type RatingFact =
  | Stay<'rating.invited'>
  | Stay<'rating.offered', { offer: string; until: number }>
  | OnTicket<'rating.notOfferable', { why: 'noTerminal' | 'transferred' | 'forgotten' }>
  | OnTicket<
      'rating.given',
      /** `late`: touched within the window, handed in only afterwards. */
      { level: RatingLevel; took: number; late?: true }
    >
  /** Given on the customer's own phone: kept apart, in no ranking. */
  | OnTicket<'rating.byPhone', { level: RatingLevel; reasons?: readonly ComplaintTag[] }>
  | OnTicket<'rating.changed', { level: RatingLevel }>
  | OnTicket<'rating.explained', { reasons: readonly ComplaintTag[] }>
  | OnTicket<'rating.extended', { until: number }>
  | OnTicket<'rating.declined'>
  | OnTicket<'rating.expired', { why: 'window' | 'nextCall' | 'dayClosed' }>;

/**
 * What a recorded log says happened elsewhere, whatever our rules would have said. A live hub has
 * no command that leads to these.
 */
export type ObservedFact =
  | OnTicket<
      'observed.issued',
      { number: string; service: ServiceId; class: TicketClass; queued: boolean }
    >
  | OnTicket<'observed.started', { counter: CounterId | null }>
  /** `untimed`: the log does not say when it ended. */
  | OnTicket<'observed.ended', { how: 'done' | 'noshow' | 'unknown'; untimed?: true }>
  | OnTicket<'observed.left', { why: 'left' | 'unknown' }>;

export type VisitFact =
  | DayFact
  | TicketFact
  | NumbersFact
  | ServiceFact
  | CounterFact
  | RatingFact
  | ObservedFact;
