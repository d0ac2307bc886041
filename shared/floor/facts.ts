import type { CounterId, DeviceId, HelpId, TicketId } from '../ids.ts';
import type { InspectionFact } from './inspections/facts.ts';
import type { MeetingFact } from './meetings/facts.ts';
import type { NoticeFact } from './notices/facts.ts';
import type { PresidentFact } from './presidents/facts.ts';
import type { RosterFact } from './roster/facts.ts';
import type { TrainingFact } from './training/facts.ts';

type At<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
} & Readonly<Body>;

export type CallFact =
  /** 需要帮助: from a kiosk, or from a counter, which may name a ticket it asks priority for. */
  | At<'help.called', { help: HelpId; device?: DeviceId; counter?: CounterId; ticket?: TicketId }>
  | At<'help.answered', { help: HelpId }>
  /** Those who wait without a number, as somebody counted them. */
  | At<'people.counted', { without: number }>;

export type FloorFact =
  | CallFact
  | RosterFact
  | MeetingFact
  | PresidentFact
  | TrainingFact
  | NoticeFact
  | InspectionFact;
