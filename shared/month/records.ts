import type { MeetingDay } from '../floor/meetings/day.ts';

/**
 * What the rooms that keep records say of one closed day, each in its own part. A part that a branch
 * does not keep is left out; the sheet then says that there is nothing to say.
 */
export interface Records {
  readonly meetings: MeetingDay;
  readonly inspections: readonly Inspected[];
  /** Inspections the center took back that day: they stand no more from then on. */
  readonly withdrawn: readonly Withdrawn[];
  readonly corrections: readonly Corrected[];
  readonly complaints: ComplaintDay;
}

/** Finished after the close of the day before, and counted on the next. */
interface Late {
  readonly late?: true;
}

interface Withdrawn extends Late {
  readonly id: string;
  readonly at: number;
}

/** 投诉 of one day: each received and each ended, by class, level and root; no text, no person. */
export interface ComplaintDay {
  readonly received: readonly { readonly cause: string; readonly channel: string }[];
  readonly closed: readonly {
    readonly cause: string;
    /** 现场, 行内系统 or 外部监管: as far as it got. */
    readonly contained: 'onSite' | 'inBank' | 'regulator';
    readonly root: string;
    /** Calendar days from receipt. */
    readonly days: number;
    readonly late: boolean;
  }[];
  readonly withdrawn: number;
  readonly open: number;
  /** 苗头. */
  readonly warnings: { readonly raised: number; readonly ended: number; readonly turned: number };
}

/** The modules an inspection 检查 can score: DOMAIN's five, 5S, and the duty of lobby manager and guard. */
export const MODULES = [
  'environment',
  'appearance',
  'meeting',
  'counter',
  'lobby',
  'fiveS',
  'duty',
] as const;
export type Module = (typeof MODULES)[number];

/** One module's score by an inspection closed that day: 100 − points off. It stands until the next. */
export interface Inspected extends Late {
  readonly id: string;
  readonly module: Module;
  readonly score: number;
  readonly at: number;
}

/**
 * 更正: two people replaced one figure of a day that was over. It stands in the row of the day it was
 * entered; both figures stay visible. Durations are milliseconds.
 */
export interface Corrected extends Late {
  readonly id: string;
  /** The business day whose figure it is. */
  readonly date: string;
  readonly ticket: string;
  readonly class: string;
  readonly service: string;
  readonly what: 'wait' | 'service';
  readonly from: number;
  /** null takes it out of every mean. */
  readonly to: number | null;
  readonly at: number;
  readonly by: readonly string[];
  readonly reason: string;
}
