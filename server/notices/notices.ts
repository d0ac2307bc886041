import type { Lobby } from '../../shared/lobby.ts';
import { noRobots, type RobotsView } from '../../shared/views/robots.ts';
import type { Entry } from '../ledger/entry.ts';
import { noLog } from '../log.ts';
import { openWebhooks, type WebhooksParts } from '../webhooks/webhooks.ts';
import { Outbox, type OutboxParts } from './outbox.ts';
import { newsOf } from './telling.ts';

/** Group robots 群机器人: off, and silent, until somebody set one. */
export interface Notices {
  /** What was flushed just now, and the lobby right after it: history is told to nobody. */
  committed(entries: readonly Entry[], lobby: Lobby): void;
  view(): RobotsView;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const silent: Notices = {
  committed() {},
  view: () => noRobots,
  start: async () => {},
  stop: async () => {},
};

interface NoticesParts extends WebhooksParts {
  readonly robots?: OutboxParts['robots'];
}

/** Everybody outside who is told: groups by their robots, other programs by webhooks. */
export function openNotices(parts: NoticesParts, changed: () => void): Notices {
  const robots = openRobots(parts, changed);
  const hooks = openWebhooks(parts);
  return {
    committed(entries, lobby) {
      robots.committed(entries, lobby);
      hooks.committed(lobby);
    },
    view: () => robots.view(),
    start: async () => void (await Promise.all([robots.start(), hooks.start()])),
    stop: async () => void (await Promise.all([robots.stop(), hooks.stop()])),
  };
}

function openRobots(parts: NoticesParts, changed: () => void): Notices {
  const { resumed, clock, log = noLog, robots = [] } = parts;
  if (robots.length === 0) return silent;
  const outbox = new Outbox({ ...resumed.place, clock, log, robots, changed });
  return {
    committed(entries, lobby) {
      const facts = entries.flatMap((entry) => entry.facts);
      for (const robot of robots) {
        const text = newsOf(facts, lobby, robot);
        if (text !== null) void outbox.add(robot, text);
      }
    },
    view: () => outbox.view(),
    start: () => outbox.start(),
    stop: () => outbox.stop(),
  };
}
