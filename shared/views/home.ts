import type { CounterId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Text } from '../settings.ts';
import { counterOf } from '../visit/state.ts';
import { type Branch, branchPart } from './parts.ts';

/** The home page: which screens this branch has. */
export interface HomeView {
  readonly branch: Branch;
  readonly doors: boolean;
  readonly waiting: number;
  readonly counters: readonly {
    readonly id: CounterId;
    readonly name: Text;
    readonly open: boolean;
    readonly terminal: boolean;
  }[];
}

export function homeView({ visit }: Lobby): HomeView {
  return {
    branch: branchPart(visit),
    doors: visit.doors,
    waiting: visit.line.length,
    counters: visit.settings.counters.map(({ id, name }) => {
      const { situation, terminal } = counterOf(visit, id);
      return { id, name, open: situation.is !== 'closed', terminal };
    }),
  };
}
