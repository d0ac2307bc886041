import type { WatchedClass } from '../../foresight/advice.ts';
import type { AdviceId, CounterId, ServiceId, StaffId } from '../../ids.ts';
import type { CustomerClass } from '../../settings.ts';

/** What a counter takes. */
export interface Duties {
  readonly services: readonly ServiceId[];
  readonly classes: readonly CustomerClass[];
}

export type AdviceFact =
  /** 采纳建议: what was promised stands with it, so that it can be held against what came. */
  | {
      readonly type: 'advice.accepted';
      readonly at: number;
      readonly advice: AdviceId;
      readonly does: 'open' | 'pause' | 'assign';
      readonly counter: CounterId;
      /** What it takes from now on, and took before: until the promised time. */
      readonly duties?: { readonly to: Duties; readonly from: Duties };
      readonly class: WatchedClass;
      /** The longest wait of that class by `until`, without it and with it: seconds. */
      readonly from: number;
      readonly to: number;
      readonly until: number;
      readonly by?: StaffId;
    }
  /** What came of it by the promised time. */
  | {
      readonly type: 'advice.judged';
      readonly at: number;
      readonly advice: AdviceId;
      /** Hub time at which the counter did what was asked; null: it did not. */
      readonly followedAt: number | null;
      /** The longest wait of the class then, seconds. */
      readonly figure: number;
    };

export type Accepted = Extract<AdviceFact, { type: 'advice.accepted' }>;
