import type { AlertId, CounterId, StaffId } from '../ids.ts';
import type { AdviceFact } from './advice/facts.ts';
import type { AlertAction, AlertCause } from './causes.ts';
import type { ComplaintFact } from './complaints/facts.ts';
import type { RectificationFact } from './rectifications/facts.ts';
import type { WarningFact } from './warnings/facts.ts';

export type AlertLevel = 'yellow' | 'orange' | 'red';

/**
 * `wait`: the longest wait of a class past its line. `expected`: a service's expected wait past
 * orange. `crowd`: too many for each open counter. `idle`: a counter stands idle or paused while
 * somebody it could serve is over the line. `deviceOffline`: a kiosk, a display or a printer is not
 * heard; its subject is the device. `meetingMissing` and `complaintDue` come from the rooms that keep
 * meetings and complaints. The others say what they are.
 */
export type AlertKind =
  | 'wait'
  | 'expected'
  | 'crowd'
  | 'idle'
  | 'missedBurst'
  | 'terminalOffline'
  | 'deviceOffline'
  | 'meetingMissing'
  | 'complaintDue'
  | 'dissatisfied';

type OnAlert<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly alert: AlertId;
} & Readonly<Body>;

export type AlertFact =
  | OnAlert<
      'alert.raised',
      {
        kind: AlertKind;
        /** A class, a service, a counter, a device, a ticket; `branch` where it is about all of it. */
        subject: string;
        level: AlertLevel;
        /** What was measured: seconds for waits, a count otherwise. */
        figure: number;
        recipients: readonly string[];
      }
    >
  | OnAlert<'alert.rose', { level: AlertLevel; figure: number; recipients: readonly string[] }>
  | OnAlert<'alert.repeated', { figure: number }>
  /** A counter is suggested, and what opening it would bring: expected seconds before and after. */
  | OnAlert<'alert.advised', { counter: CounterId; from: number; to: number }>
  | OnAlert<'alert.acknowledged', { by?: StaffId }>
  | OnAlert<
      'alert.handled',
      { cause: AlertCause; action: AlertAction; note?: string; by?: StaffId }
    >
  | OnAlert<'alert.cleared'>;

export type CareFact = AlertFact | RectificationFact | AdviceFact | ComplaintFact | WarningFact;
