import { rectificationRules } from '../../rectifying.ts';
import { type CustomerClass, lineOf, type Settings } from '../../settings.ts';
import { type Measures, measure } from '../../visit/measures.ts';
import type { Visit } from '../../visit/state.ts';
import { rowsOf } from '../../visit/table.ts';
import type { AlertKind, AlertLevel } from '../facts.ts';
import type { Track } from './commands.ts';

/** What an alert is measured by from then on: its own figure, or what stands nearest to it. */
export function trackOf(kind: AlertKind, subject: string): Track {
  switch (kind) {
    case 'wait':
      return { measure: 'longestWait', class: subject as CustomerClass };
    case 'expected':
      return { measure: 'averageWait', class: 'ordinary' };
    case 'crowd':
    case 'idle':
      return { measure: 'overLine', class: 'ordinary' };
    case 'missedBurst':
      return { measure: 'abandonRate' };
    case 'terminalOffline':
      return { measure: 'invitationRate' };
    case 'dissatisfied':
      return { measure: 'satisfaction' };
    default:
      return { measure: 'confirmed' };
  }
}

/**
 * Where its figure has to be back: the line an alert had crossed, the target of a mean, else the
 * branch's own setting. Seconds for waits, a share, or points; null where a person confirms.
 */
export function lineFor(settings: Settings, track: Track, level: AlertLevel): number | null {
  const { lines } = rectificationRules(settings);
  switch (track.measure) {
    case 'longestWait':
      return lineOf(settings, track.class)[level];
    case 'averageWait':
      return settings.targets[track.class === 'ordinary' ? 'ordinary' : 'premium'];
    case 'confirmed':
      return null;
    default:
      return lines[track.measure];
  }
}

/** These are to be high; all others low. */
const HIGH = new Set<Track['measure']>(['satisfaction', 'invitationRate']);

export function isBack({ track, line }: { track: Track; line: number | null }, figure: number) {
  if (line === null) return false;
  return HIGH.has(track.measure) ? figure >= line : figure <= line;
}

/** The day's figure so far, and how many tickets or ratings it is made of. */
export function figureOf(visit: Visit, track: Track): { figure: number | null; n: number } {
  if (track.measure === 'confirmed') return { figure: null, n: 0 };
  const { settings, tickets, restarts } = visit;
  const cls = 'class' in track ? track.class : null;
  const over = cls ? lineOf(settings, cls).orange : 0;
  const own = [...rowsOf(tickets)].filter((t) => cls === null || t.class === cls);
  const options = { over: cls ? [over] : [], points: settings.rating.points, restarts };
  return read(track.measure, measure(own, options), String(over));
}

function read(name: Exclude<Track['measure'], 'confirmed'>, of: Measures, over: string) {
  const { wait, abandonedWait, rating } = of;
  switch (name) {
    case 'longestWait': {
      // Whoever gave up had waited too: losing long waiters must not bring a figure back.
      const longest = [wait.max, abandonedWait.max].filter((s) => s !== null);
      const figure = longest.length > 0 ? Math.max(...longest) : null;
      return { figure, n: wait.n + abandonedWait.n };
    }
    case 'averageWait':
      return { figure: wait.mean, n: wait.n };
    case 'overLine':
      return { figure: wait.over[over] ?? null, n: wait.n };
    case 'abandonRate':
      return { figure: of.abandonRate, n: of.tickets };
    case 'satisfaction':
      return { figure: rating.satisfaction, n: rating.given };
    case 'invitationRate':
      return { figure: rating.invitationRate, n: rating.done };
    default:
      return name satisfies never;
  }
}
