import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Lobby } from '../../shared/lobby.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../ledger/disk.ts';
import { Document } from '../ledger/document.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Log, noLog } from '../log.ts';
import { Carrier, type Cursor } from './carrier.ts';
import type { Hook } from './hooks.ts';

/** How far each receiver is, beside the ledger. */
export const SENT = 'webhooks-sent.json';

export type Cursors = Readonly<Record<string, Cursor>>;

export interface WebhooksParts {
  readonly resumed: {
    readonly place: { readonly disk: Disk; readonly folder: string };
    readonly ledger: Pick<Ledger, 'head'>;
    readonly lobby: Lobby;
  };
  readonly clock: Clock;
  readonly log?: Log;
  readonly webhooks?: readonly Hook[];
}

/** Other programs that are told what happens: off, and silent, until somebody set one. */
export interface Webhooks {
  /** Something was flushed just now. */
  committed(lobby: Lobby): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const silent: Webhooks = { committed() {}, start: async () => {}, stop: async () => {} };

export function openWebhooks(parts: WebhooksParts): Webhooks {
  const { webhooks: hooks = [], resumed, clock, log = noLog } = parts;
  if (hooks.length === 0) return silent;
  const { disk, folder } = resumed.place;
  const kept = new Low<Cursors>(new Document<Cursors>(disk, join(folder, SENT)), {});
  let { id: branch } = resumed.lobby.visit.settings.branch;
  let carriers: readonly Carrier[] = [];
  const came = async (id: string, cursor: Cursor) => {
    const before = kept.data[id];
    if (cursor.why !== (before?.why ?? null)) log('webhook.state', { hook: id, why: cursor.why });
    kept.data = { ...kept.data, [id]: cursor };
    // One that is not kept is told some of it twice after a restart, by the same ids.
    await kept.write().catch(() => log('webhook.notKept', { hook: id }));
  };
  const carrierOf = (hook: Hook) =>
    new Carrier({
      ...{ disk, folder, hook, clock },
      flushed: () => resumed.ledger.head().seq,
      branch: () => branch,
      cursor: cursorIn(kept.data, hook.id),
      came: (cursor) => came(hook.id, cursor),
    });
  return {
    committed(lobby) {
      branch = lobby.visit.settings.branch.id;
      for (const carrier of carriers) carrier.wake();
    },
    async start() {
      await kept.read();
      carriers = hooks.map(carrierOf);
      for (const carrier of carriers) carrier.wake();
    },
    async stop() {
      await Promise.all(carriers.map((carrier) => carrier.stop()));
    },
  };
}

/** A document that somebody wrote into counts as none. */
export function cursorIn(cursors: Cursors | null, id: string): Cursor | null {
  const found = cursors?.[id];
  return found && Number.isInteger(found.seq) && found.seq >= 0 ? found : null;
}
