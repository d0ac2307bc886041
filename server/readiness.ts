import type { Links } from './center/uplink/links.ts';
import type { Clock } from './clock.ts';
import type { Pipeline } from './pipeline.ts';
import type { Backups } from './upkeep/backup/rota.ts';

/** Whether a hub can do its work now, and if not, which part of it fails. */
export interface Readiness {
  readonly ok: boolean;
  readonly checks: {
    /** The ledger takes entries: history sound as far as known, disk answering. */
    readonly ledger: 'writable' | 'refuses';
    /** Years of history are verified behind the start. */
    readonly history: 'verifying' | 'verified' | 'damaged';
    readonly disk: 'free' | 'nearly full' | 'unknown';
    readonly clock: 'sane' | 'wrong';
    /** A branch without a backup is no branch that must stop: late makes no hub unready. */
    readonly backup: ReturnType<Backups['state']>;
    /** Nor is one that the center does not hear, or refuses. */
    readonly center: 'none' | 'linked' | 'unlinked' | 'refused';
  };
}

export interface ReadinessParts {
  readonly pipeline: Pipeline;
  readonly clock: Clock;
  readonly history: () => Readiness['checks']['history'];
  /** Bytes the data folder's disk has free; null where that cannot be asked. */
  readonly free: () => Promise<number | null>;
  readonly backups: Pick<Backups, 'state'>;
  readonly links: Pick<Links, 'state'>;
}

/** A branch writes some megabytes a day. */
const ENOUGH = 200 * 1024 * 1024;
/** A wall clock before this program was written is an empty battery. */
const BEFORE = Date.UTC(2026, 0, 1);
const APART = 10 * 60_000;

export async function readinessOf(parts: ReadinessParts): Promise<Readiness> {
  const { pipeline, clock, history, free, backups, links } = parts;
  const { at, wall } = clock.now();
  const bytes = await free().catch(() => null);
  const checks: Readiness['checks'] = {
    ledger: pipeline.accepting ? 'writable' : 'refuses',
    history: history(),
    disk: bytes === null ? 'unknown' : bytes < ENOUGH ? 'nearly full' : 'free',
    clock: wall < BEFORE || Math.abs(wall - at) > APART ? 'wrong' : 'sane',
    backup: backups.state(),
    center: linkOf(links),
  };
  const { ledger, disk, clock: time } = checks;
  const ok = ledger === 'writable' && checks.history !== 'damaged';
  return { ok: ok && disk !== 'nearly full' && time === 'sane', checks };
}

function linkOf(links: Pick<Links, 'state'>): Readiness['checks']['center'] {
  const state = links.state();
  if (!state) return 'none';
  if (state.refused) return 'refused';
  return state.linked ? 'linked' : 'unlinked';
}
