import type { Diary } from '../../server/rehearsal/replay/journal.ts';
import { Days } from '../../server/upkeep/days.ts';
import type { Fact } from '../../shared/lobby.ts';

/** A rehearsal's facts in memory, without a ledger. */
export class MemoryDiary implements Diary {
  readonly days = new Days();

  get lobby() {
    return this.days.lobby;
  }
  enter(facts: readonly Fact[]): void {
    for (const fact of facts) this.days.take(fact);
  }
  async turnTo(): Promise<void> {}
  async room(): Promise<void> {}
  async flush(): Promise<void> {}
}
