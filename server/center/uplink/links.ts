import type { CenterLink } from '../../../shared/center.ts';
import type { Entry } from '../../ledger/entry.ts';

/** How a branch is linked with its center. */
export interface Links {
  /** null: it has none. */
  state(): CenterLink | null;
  start(): void;
  /** One round now, or the one under way: resolves once all is sent, or it is known why not. */
  sync(): Promise<void>;
  /** Entries that were flushed: one of them may close a day. */
  committed(entries: readonly Entry[]): void;
  /** Sends a last time, unless the center does not answer. */
  stop(): Promise<void>;
}

export const noLinks: Links = {
  state: () => null,
  start() {},
  async sync() {},
  committed() {},
  async stop() {},
};
