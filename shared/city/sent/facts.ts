import type { SentBody } from '../../down/item.ts';
import type { BranchId, SendingId } from '../../ids.ts';
import type { PersonId } from '../ids.ts';

export type SentFact =
  /** To exactly these branches: who is where later on changes nothing of it. */
  | {
      readonly type: 'sent.out';
      readonly at: number;
      /** null: it follows from rules that were set. */
      readonly by: PersonId | null;
      readonly id: SendingId;
      readonly body: SentBody;
      readonly to: readonly BranchId[];
    }
  /** A branch's new ledger begins with these, and goes on with whatever is sent from here on. */
  | {
      readonly type: 'sent.renewed';
      readonly at: number;
      readonly branch: BranchId;
      readonly epoch: number;
      readonly ids: readonly SendingId[];
    };
