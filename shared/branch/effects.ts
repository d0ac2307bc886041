import { doorsAt, localTime, spanOf } from '../calendar.ts';
import type { Refusal } from '../result.ts';
import { type CounterSetting, lineOf, type Settings, type Text } from '../settings.ts';
import { waiting } from '../visit/queue.ts';
import type { Visit } from '../visit/state.ts';
import { waitedIn } from '../visit/ticket.ts';
import type { BranchCommandOf } from './commands.ts';
import { decideBranch, type Premises, type RefusedCode } from './decide.ts';
import { withParts } from './parts.ts';
import { isSame } from './same.ts';

/** One thing that is otherwise once the change is made, at this moment or from then on. */
export type Effect =
  | { readonly is: 'serviceComes' | 'serviceGoes'; readonly name: Text }
  /** How many counters serve it, before and then; `waiting` for it now. */
  | { readonly is: 'served'; name: Text; before: number; after: number; waiting: number }
  | { readonly is: 'letter'; readonly name: Text; readonly before: string; readonly after: string }
  | { readonly is: 'counterComes' | 'counterGoes' | 'counterOther'; readonly name: Text }
  /** Waiting now beyond the first line, by the line as it is and as it would be. */
  | { readonly is: 'overLine'; class: 'ordinary' | 'premium'; before: number; after: number }
  | { readonly is: 'doors'; readonly after: 'open' | 'shut' }
  /** What every figure of the wait is held against. */
  | { readonly is: 'target'; class: 'ordinary' | 'premium'; before: number; after: number }
  | { readonly is: 'hoursToday'; open: string | null; close: string | null }
  | { readonly is: 'name'; readonly after: Text };

/** What a change would bring about, or why it would be refused. */
export interface SettingsEffects {
  readonly refusal: Refusal<RefusedCode> | null;
  readonly effects: readonly Effect[];
}

type Wanted = Pick<BranchCommandOf<'branch.change'>, 'from' | 'to'>;

/** @param at hub time, ms */
export function settingsEffects(now: Premises, wanted: Wanted, at: number): SettingsEffects {
  const command = { type: 'branch.change', ...wanted } as const;
  const decided = decideBranch(now, command, { at, mint: '' });
  if (!decided.ok) return { refusal: decided.refusal, effects: [] };
  const { visit } = now;
  const [before, after] = [visit.settings, withParts(visit.settings, wanted.to)];
  const effects = [
    ...nameEffects(before, after),
    ...serviceEffects(visit, after),
    ...counterEffects(before, after),
    ...lineEffects(visit, after, at),
    ...hourEffects(visit, after, at),
  ];
  return { refusal: null, effects };
}

function nameEffects({ branch: before }: Settings, { branch: { name } }: Settings): Effect[] {
  return isSame(before.name, name) ? [] : [{ is: 'name', after: name }];
}

const servedBy = ({ counters }: Settings, id: string) =>
  counters.filter((k) => k.services.some((one) => one === id)).length;

function serviceEffects(visit: Visit, after: Settings): Effect[] {
  const { settings: before } = visit;
  const line = waiting(visit);
  const gone = before.services.filter((s) => !after.services.some(({ id }) => id === s.id));
  const kept = after.services.flatMap(({ id, name, prefix }): Effect[] => {
    const was = before.services.find((s) => s.id === id);
    const then = servedBy(after, id);
    const nobody: Effect[] = [{ is: 'served', name, before: 0, after: 0, waiting: 0 }];
    if (!was) return [{ is: 'serviceComes', name }, ...(then === 0 ? nobody : [])];
    const counters = servedBy(before, id);
    const waits = line.filter((t) => t.service === id).length;
    return [
      ...(was.prefix === prefix
        ? []
        : [{ is: 'letter', name, before: was.prefix, after: prefix } as const]),
      ...(counters === then
        ? []
        : [{ is: 'served', name, before: counters, after: then, waiting: waits } as const]),
    ];
  });
  return [...gone.map(({ name }) => ({ is: 'serviceGoes', name }) as const), ...kept];
}

function counterEffects({ counters: before }: Settings, { counters }: Settings): Effect[] {
  const of = (all: readonly CounterSetting[], id: string) => all.find((k) => k.id === id);
  const gone = before.filter(({ id }) => !of(counters, id));
  const others = counters.flatMap((k): Effect[] => {
    const was = of(before, k.id);
    if (!was) return [{ is: 'counterComes', name: k.name }];
    return isSame(was, k) ? [] : [{ is: 'counterOther', name: k.name }];
  });
  return [...gone.map(({ name }) => ({ is: 'counterGoes', name }) as const), ...others];
}

function lineEffects(visit: Visit, after: Settings, at: number): Effect[] {
  const { settings: before } = visit;
  const line = waiting(visit);
  const over = (settings: Settings, cls: 'ordinary' | 'premium') =>
    line.filter(
      (t) =>
        (t.class === 'ordinary') === (cls === 'ordinary') &&
        at - (t.since - waitedIn(t.legs)) >= lineOf(settings, t.class).yellow * 1000,
    ).length;
  return (['ordinary', 'premium'] as const).flatMap((cls): Effect[] => {
    const [was, then] = [before.targets[cls], after.targets[cls]];
    const target: Effect[] =
      was === then ? [] : [{ is: 'target', class: cls, before: was, after: then }];
    if (isSame(before.lines[cls], after.lines[cls])) return target;
    const lines = { before: over(before, cls), after: over(after, cls) };
    return [{ is: 'overLine', class: cls, ...lines }, ...target];
  });
}

function hourEffects({ settings: before, offset, doors }: Visit, after: Settings, at: number) {
  if (isSame(before.hours, after.hours)) return [];
  const wall = at + offset;
  const { date } = localTime(after.branch.timeZone, wall);
  const span = after.hours && spanOf(after.hours, date);
  const open = doorsAt(after, wall).is === 'open';
  const today = { open: span?.open ?? null, close: span?.close ?? null };
  const effects: Effect[] = after.hours ? [{ is: 'hoursToday', ...today }] : [];
  return open === doors
    ? effects
    : [...effects, { is: 'doors', after: open ? 'open' : 'shut' } as const];
}
