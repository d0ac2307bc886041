import { readFileSync } from 'node:fs';
import { branchesOf } from '../../server/rehearsal/replay/branch.ts';
import { withLines } from '../../server/rehearsal/replay/changes.ts';
import { readLog } from '../../server/rehearsal/replay/csv.ts';
import type { Simulated } from '../../server/rehearsal/replay/policies.ts';
import { playSimulated } from '../../server/rehearsal/replay/simulated.ts';
import type { Settings } from '../../shared/settings.ts';
import { percentile } from '../../shared/visit/spread.ts';
import { lastLeg, type Ticket, waitedIn } from '../../shared/visit/ticket.ts';
import { MemoryDiary } from '../kit/diary.ts';

/** Seconds past which a wait counts as over. */
const LINES = { premium: 60, ordinary: 120 } as const;

/** What one policy did to the tickets of a log whose class is known; shares of 1, seconds. */
export interface Outcome {
  readonly policy: string;
  /** Called after their line, or gone after it, ÷ all. */
  readonly over: { readonly premium: number; readonly ordinary: number; readonly all: number };
  /** Of those called. */
  readonly wait: { readonly mean: number; readonly p99: number };
  readonly left: number;
  readonly tickets: number;
}

interface Played {
  readonly name: string;
  readonly policy: Simulated;
  readonly rules?: Partial<Settings['rules']>;
}

/** The four policies; then the two of the hub without premium's stepping back, which decides most. */
const PLAYED: readonly Played[] = [
  { name: 'fcfs', policy: 'fcfs' },
  { name: 'credit90', policy: 'credit90' },
  { name: 'ours', policy: 'ours' },
  { name: 'rescue', policy: 'rescue' },
  { name: 'ours, no step back', policy: 'ours', rules: { ordinaryBetweenPremium: 0 } },
  { name: 'rescue, no step back', policy: 'rescue', rules: { ordinaryBetweenPremium: 0 } },
];

/** B13 of one recorded log: every policy before the same people and the same counters. */
export async function benchDispatch(file: string): Promise<Outcome[]> {
  const log = readLog(readFileSync(file, 'utf8'), { skipBad: false });
  const outcomes: Outcome[] = [];
  for (const { name, policy, rules } of PLAYED) {
    const tickets: Ticket[] = [];
    for (const { rows, branch } of branchesOf(log)) {
      const diary = new MemoryDiary();
      await playSimulated(rows, branch, diary, {
        ...{ policy, foretells: false },
        change: (settings) => ({
          ...withLines(settings, LINES),
          rules: { ...settings.rules, ...rules },
        }),
      });
      tickets.push(...diary.days.all().flatMap((day) => day.tickets));
    }
    outcomes.push(outcomeOf(name, tickets));
  }
  return outcomes;
}

function outcomeOf(policy: string, all: readonly Ticket[]): Outcome {
  const tickets = all.filter((t) => t.class === 'premium' || t.class === 'ordinary');
  const waits = tickets.filter(lastLeg).map((t) => waitedIn(t.legs) / 1000);
  const inOrder = waits.sort((a, b) => a - b);
  return {
    policy,
    over: {
      premium: shareOver(tickets.filter((t) => t.class === 'premium')),
      ordinary: shareOver(tickets.filter((t) => t.class === 'ordinary')),
      all: shareOver(tickets),
    },
    wait: {
      mean: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
      p99: percentile(inOrder, 0.99) ?? 0,
    },
    left: tickets.filter((t) => t.situation.is === 'abandoned').length,
    tickets: tickets.length,
  };
}

function shareOver(tickets: readonly Ticket[]): number {
  const over = tickets.filter(
    (t) => waited(t) > LINES[t.class === 'premium' ? 'premium' : 'ordinary'],
  );
  return over.length / tickets.length;
}

/** Seconds until called, or until gone. */
function waited({ legs, situation, since }: Ticket): number {
  const gone = situation.is === 'abandoned' ? situation.at - since : 0;
  return (waitedIn(legs) + gone) / 1000;
}

/** One line a policy, one block a log. */
export function printOutcomes(measured: Readonly<Record<string, readonly Outcome[]>>): string {
  const share = (part: number) => `${(part * 100).toFixed(1)} %`.padStart(8);
  const blocks = Object.entries(measured).map(([file, outcomes]) => {
    const lines = outcomes.map(
      ({ policy, over, wait, left }) =>
        `${policy.padEnd(22)}${share(over.premium)}${share(over.ordinary)}${share(over.all)}` +
        `${wait.mean.toFixed(1).padStart(8)} s${wait.p99.toFixed(0).padStart(6)} s${String(left).padStart(7)}`,
    );
    const head = 'over line: premium, ordinary, all; mean wait; P99; left';
    return [file, head, ...lines].join('\n');
  });
  return blocks.join('\n\n');
}
