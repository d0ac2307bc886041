import type { Lobby } from '../../shared/lobby.ts';
import { type NoticesView, noNotices } from '../../shared/views/notices.ts';
import type { Entry } from '../ledger/entry.ts';
import { Outbox, type OutboxParts } from './outbox.ts';
import { newsOf } from './telling.ts';

/** Group robots 群机器人: off, and silent, until somebody set one. */
export interface Notices {
  /** What was flushed just now, and the lobby right after it: history is told to nobody. */
  committed(entries: readonly Entry[], lobby: Lobby): void;
  view(): NoticesView;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const silent: Notices = {
  committed() {},
  view: () => noNotices,
  start: async () => {},
  stop: async () => {},
};

export function openNotices(parts: OutboxParts): Notices {
  if (parts.robots.length === 0) return silent;
  const outbox = new Outbox(parts);
  return {
    committed(entries, lobby) {
      const facts = entries.flatMap((entry) => entry.facts);
      for (const robot of parts.robots) {
        const text = newsOf(facts, lobby, robot);
        if (text !== null) void outbox.add(robot, text);
      }
    },
    view: () => outbox.view(),
    start: () => outbox.start(),
    stop: () => outbox.stop(),
  };
}
