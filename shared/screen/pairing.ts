import type { Answer, PairingStarted, PairingState } from '../wire.ts';
import { credential, moveIn, ownRole } from './credential.ts';

/** What a screen that was not let in has to show. */
export interface Pairing {
  /** null while the hub is asked for one. */
  readonly code: string | null;
  readonly minutes: number;
  /** The hub turns further screens away for the moment. */
  readonly busy: boolean;
  /** It has a certificate of its own to install. */
  readonly authority: boolean;
  /** Whoever shares this network can read along. */
  readonly insecure: boolean;
  /** Opens the first manager's panel; false when the code is wrong. */
  readonly setUp: ((code: string) => Promise<boolean>) | null;
}

type No = Extract<Answer, { ok: false }>;
const ASK = 2000;
const AGAIN = 15_000;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function post<T>(path: string, body: object): Promise<T | No | null> {
  try {
    const headers = { 'content-type': 'application/json' };
    const sent = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await sent.json()) as T | No;
  } catch {
    return null;
  }
}

async function setUp(code: string): Promise<boolean> {
  const answer = await post<PairingState>('/api/pair', { setUp: code });
  return answer?.ok ? settle(answer) : false;
}

/**
 * The same with a code that stood in the address, which is forgotten either way; false where there is
 * none, where it is over, and where this page was let in before.
 */
export async function openBySetUpCode(code: string): Promise<boolean> {
  if (!code) return false;
  history.replaceState(null, '', location.pathname + location.search);
  return credential() ? false : setUp(code);
}

function settle({ token, role, counter = null }: PairingState): boolean {
  if (!token || !role) return false;
  moveIn(token, { role, counter });
  return true;
}

/** Shows codes until a manager lets this screen in; then the page loads anew as what it now is. */
export async function pair(show: (pairing: Pairing) => void): Promise<void> {
  const role = ownRole();
  const empty: Pairing = {
    ...{ code: null, minutes: 0, busy: false, authority: false, insecure: false },
    setUp: role === 'manager' ? setUp : null,
  };

  /** One code's life; true once the screen was let in. */
  async function oneCode(): Promise<boolean> {
    const started = await post<PairingStarted>('/api/pair', role ? { role } : {});
    if (!started?.ok) {
      show({ ...empty, busy: started !== null });
      await pause(AGAIN);
      return false;
    }
    const { code, pairing: id, secret, seconds, authority = false, insecure = false } = started;
    const shown = {
      code: `${code.slice(0, 4)} ${code.slice(4)}`,
      minutes: Math.round(seconds / 60),
    };
    show({ ...empty, ...shown, authority, insecure });
    for (;;) {
      await pause(ASK);
      const found = await post<PairingState>('/api/pair/state', { pairing: id, secret });
      if (found?.ok && !found.waiting) return settle(found);
      if (found && !found.ok && found.code === 'pairing.over') return false;
    }
  }

  show(empty);
  while (!(await oneCode()));
}
