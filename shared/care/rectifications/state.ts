import type { BusinessDate, PracticeId, RectificationId, StaffId } from '../../ids.ts';
import type { Track } from './commands.ts';
import type { RectificationFactOf, Source } from './facts.ts';

/** A day's figure at its close; null: nothing was measured that day. */
export interface Tracked {
  readonly date: BusinessDate;
  readonly figure: number | null;
  readonly n: number;
}

type Planned = RectificationFactOf<'rectification.planned'>;

/** A rectification 整改: what is done about something, until its figure is back at its line. */
export interface Rectification {
  readonly id: RectificationId;
  readonly source: Source;
  readonly track: Track;
  readonly line: number | null;
  readonly openedAt: number;
  readonly owner: StaffId | null;
  readonly due: BusinessDate;
  /** When it was first due, and how often that was put off: neither can be hidden. */
  readonly firstDue: BusinessDate;
  readonly putOff: number;
  readonly plan: Pick<Planned, 'at' | 'cause' | 'action' | 'note'> | null;
  /** Oldest first, the last `TRACKED` of them. */
  readonly tracked: readonly Tracked[];
  /** Measured days in a row at the line or better, up to now. */
  readonly back: number;
  /** Month's ends it was open at. */
  readonly rolled: number;
  readonly reopened: number;
  readonly closed: {
    readonly at: number;
    readonly evidence: string;
    readonly by: StaffId | null;
  } | null;
}

/** Good practice 先进做法, for all staff to read. */
export interface Practice {
  readonly id: PracticeId;
  readonly at: number;
  readonly by: StaffId | null;
  readonly title: string;
  readonly text: string;
  readonly rectification: RectificationId | null;
}

export interface Rectifications {
  /** Open ones, and those closed within the last 60 days; oldest first. */
  readonly all: readonly Rectification[];
  /** The last `POSTED`, oldest first. */
  readonly practices: readonly Practice[];
  /** Of this business day so far: ids are counted from here. */
  readonly opened: number;
  readonly posted: number;
}

export const initialRectifications: Rectifications = {
  ...{ all: [], practices: [], opened: 0, posted: 0 },
};

/** Two months of days, for the line of figures. */
export const TRACKED = 62;
export const POSTED = 30;
const KEPT = 60 * 24 * 60 * 60 * 1000;

export const rectificationOf = (room: Rectifications, id: string) =>
  room.all.find((one) => one.id === id);

export const isOpen = (one: Rectification) => one.closed === null;

export const sameTrack = (a: Track, b: Track) =>
  a.measure === b.measure && ('class' in a ? a.class : '') === ('class' in b ? b.class : '');

/** A new business day: numbers begin anew, and what was closed long ago is the ledger's alone. */
export const nextDay = (room: Rectifications, at: number): Rectifications => ({
  ...room,
  all: room.all.filter((one) => !one.closed || at - one.closed.at < KEPT),
  ...{ opened: 0, posted: 0 },
});
