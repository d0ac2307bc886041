import { z } from 'zod';
import { assessment } from './assessment.ts';
import { cardTable } from './cardTable.ts';
import { careRules } from './careRules.ts';
import { incoherences } from './coherent.ts';
import { duties } from './duties.ts';
import { branchId, businessDate, counterId, serviceId } from './ids.ts';
import { clockTime, plainLine, twoLanguages } from './plain.ts';
import { printers } from './printers.ts';
import { rectifications } from './rectifying.ts';

/**
 * Everything a branch can set. Settings decide figures, so each change is a fact in the ledger.
 * Durations are seconds unless the name says otherwise. Where a default is not taken from a public
 * source it is our choice, and the comment says "ours".
 */

export const customerClass = z.enum(['ordinary', 'premium', 'care']);
/** 客户类别: 普通, 中高端, 特殊关爱. `unrecorded` occurs only in replayed logs. */
export type CustomerClass = z.infer<typeof customerClass>;

const seconds = z.number().int().min(0).max(86_400);
const text = twoLanguages;
export type Text = z.infer<typeof text>;

const prefix = z.string().regex(/^[A-Z]$/);

const service = z.strictObject({
  id: serviceId,
  name: text,
  /** What belongs there, in the customer's own words. */
  examples: text,
  prefix,
  /** Until the branch has measured its own: ours. */
  usualSeconds: seconds.min(10),
});
export type Service = z.infer<typeof service>;

const counter = z.strictObject({
  id: counterId,
  name: text,
  services: z.array(serviceId).min(1),
  classes: z.array(customerClass).min(1),
});
export type CounterSetting = z.infer<typeof counter>;

const line = z
  .strictObject({ yellow: seconds, orange: seconds, red: seconds })
  .refine((l) => l.yellow < l.orange && l.orange < l.red, {
    message: 'alert lines must rise: yellow < orange < red',
  });
/** 警戒线: the waits past which the manager is warned. */
export type AlertLine = z.infer<typeof line>;

const span = z
  .strictObject({ open: clockTime, close: clockTime })
  .refine((s) => s.open < s.close, { message: 'a branch opens before it closes' });

const hours = z.strictObject({
  /** Monday first; null is a day off. */
  week: z.array(span.nullable()).length(7),
  /** Dates that differ: a holiday is null. */
  exceptions: z.record(businessDate, span.nullable()).default({}),
  /** Tickets are handed out this many minutes before opening: ours. */
  ticketsBeforeMinutes: z.number().int().min(0).max(240).default(0),
});
export type Hours = z.infer<typeof hours>;

const isZone = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

const branch = z.strictObject({
  id: branchId,
  name: text,
  timeZone: z.string().refine(isZone, { message: 'not a time zone this machine knows' }),
});

const rules = z.strictObject({
  callGap: seconds,
  recallGap: seconds,
  callsBeforeMissed: z.number().int().min(1).max(9),
  comeBackWithinCalls: z.number().int().min(0).max(50),
  putBackPlaces: z.number().int().min(0).max(50),
  undoWithin: seconds,
  passedOverAtMost: z.number().int().min(1).max(50),
  ordinaryBetweenPremium: z.number().int().min(0).max(50),
  /** How step 4 of who is next chooses; left out: `share`, the most of its line. */
  nextRule: z.enum(['share', 'rescue']).optional(),
  /**
   * What `rescue` goes by: it saves who will pass the line within so many seconds, about the time
   * between two calls; who has waited `late` lines goes before all. Left out: 60 and 3, ours.
   */
  rescue: z.strictObject({ within: seconds.min(1), late: z.number().min(1).max(100) }).optional(),
  /** Local time at which an open business day is closed by itself. */
  dayEnds: clockTime,
});

const points = z.number().min(-1000).max(1000);

const rating = z.strictObject({
  window: seconds,
  moreTime: seconds,
  changeWithin: seconds,
  ignoreTouchesMs: z.number().int().min(0).max(10_000),
  points: z.strictObject({
    verySatisfied: points,
    satisfied: points,
    fair: points,
    dissatisfied: points,
  }),
});

const posts = z.array(plainLine(1, 40)).max(20);

const alerts = z.strictObject({
  repeatEvery: seconds,
  /** An alert is over once its figure is back under this share of its line, not before: ours. */
  clearsUnder: z.number().min(0.5).max(1).default(0.9),
  /** Waiting for each open counter: ours. */
  crowdPerCounter: z.number().min(1).max(1000),
  /** A counter may stand idle or paused this long while somebody is over the line: ours. */
  idleAfter: seconds,
  /** A kiosk, a display or a printer may be away this long; 120 if left out: ours. */
  offlineAfter: seconds.optional(),
  /** A burst is this many missed calls within this long: ours. */
  missedBurst: z.strictObject({ calls: z.number().int().min(2).max(100), within: seconds }),
  /** The expected wait must stand over orange this long before a counter is suggested. */
  adviseAfter: seconds,
  /** Who is told, by level; posts, not people. */
  recipients: z.strictObject({
    yellow: posts,
    orange: posts,
    red: posts,
  }),
});

/** How calls are read out on the lobby display; without it: twice, no English, a chime. */
const voice = z.strictObject({
  /** In Chinese, before the English. */
  times: z.number().int().min(1).max(3).default(2),
  /** Once more in English. */
  english: z.boolean().default(false),
  chime: z.boolean().default(true),
});

const sample = z.number().int().min(0).max(1_000_000);

export const settingsSchema = z
  .strictObject({
    branch,
    hours: hours.nullable(),
    services: z.array(service).min(1).max(40),
    counters: z.array(counter).min(1).max(200),
    /** None: numbers are shown on the screen only. */
    printers: printers.optional(),
    prefixes: z.strictObject({ premium: prefix, care: prefix }),
    lines: z.strictObject({ ordinary: line, premium: line }),
    targets: z.strictObject({ ordinary: seconds.min(1), premium: seconds.min(1) }),
    rules,
    rating,
    alerts,
    minimumSample: z.strictObject({ tickets: sample, ratings: sample }),
    /** Versions of the sheet's rules; without, DOMAIN's weights and the figures above. */
    assessment: assessment.optional(),
    /**
     * Numbers of each letter after `from` are for kiosks without the hub, lent `each` at a time; with
     * 0 none are. Left out: 700 and 50.
     */
    lent: z
      .strictObject({
        from: z.number().int().min(99).max(9000),
        each: z.number().int().min(0).max(500),
      })
      .optional(),
    /** Without it the kiosk offers no way by card. */
    cards: cardTable.optional(),
    /** Left out: the defaults of each. */
    rectifications: rectifications.optional(),
    texts: z.strictObject({ pledge: text, notices: z.array(text).max(12) }),
    voice: voice.optional(),
    /** Complaints and early warnings; without it as `careRules.ts` says. */
    care: careRules.optional(),
    /** Meetings, presidents in the lobby, notices; without it as `duties.ts` says. */
    duties: duties.optional(),
  })
  .superRefine((s, ctx) => {
    for (const { says } of incoherences(s)) ctx.addIssue(says);
  });

export type Settings = z.infer<typeof settingsSchema>;

/** `care` is watched by premium's lines (DOMAIN: alert lines). */
export const lineOf = (settings: Settings, cls: string): AlertLine =>
  cls === 'ordinary' || cls === 'unrecorded' ? settings.lines.ordinary : settings.lines.premium;
