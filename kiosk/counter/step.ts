import type { CounterView } from '../../shared/views/counter.ts';
import type { CommandOf } from '../../shared/visit/commands.ts';

type StepType = 'counter.open' | 'counter.resume' | 'call.next' | 'service.start' | 'service.end';
export type StepCommand = CommandOf<StepType>;

/** What the one big button does now. */
export interface Step {
  readonly command: StepCommand;
  /** Why it cannot be pressed yet: too soon after the last call, or nobody there. */
  readonly held: { readonly by: 'gap'; readonly seconds: number } | { readonly by: 'empty' } | null;
}

/** 开窗 → 呼叫下一位 → 开始办理 → 办结; `now` is hub time. */
export function nextStep(view: CounterView, now: number): Step {
  const { id: counter, situation, present, callFrom, waiting } = view;
  if (situation.is === 'closed') return { command: { type: 'counter.open', counter }, held: null };
  if (present?.doing === 'called')
    return { command: { type: 'service.start', counter }, held: null };
  if (present) return { command: { type: 'service.end', counter }, held: null };
  if (situation.is === 'paused')
    return { command: { type: 'counter.resume', counter }, held: null };
  const seconds = Math.ceil((callFrom - now) / 1000);
  const gap = seconds > 0 ? ({ by: 'gap', seconds } as const) : null;
  const empty = waiting === 0 ? ({ by: 'empty' } as const) : null;
  return { command: { type: 'call.next', counter }, held: gap ?? empty };
}
