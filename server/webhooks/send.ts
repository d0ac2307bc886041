import { createHmac } from 'node:crypto';
import type { Event } from './events.ts';
import type { Hook } from './hooks.ts';

/** Real milliseconds until a receiver must have answered. */
const PATIENCE = 10_000;

export type Came =
  | { readonly is: 'taken' }
  /** Not taken, and why: a status, or a code of the system's. `ms`: how long it asks to be left alone. */
  | { readonly is: 'later'; readonly why: string; readonly ms?: number };

/** Over the time and the body, so that an old message cannot be sent again later: `v1=` and hex. */
export const signatureOf = (secret: string, seconds: number, body: string) =>
  `v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** One message with some events, in their order. Never throws. */
export async function send(
  { url, secret }: Hook,
  events: readonly Event[],
  wall: number,
  stopped: AbortSignal,
): Promise<Came> {
  const body = JSON.stringify({ events });
  const seconds = Math.floor(wall / 1000);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'tingtang-timestamp': String(seconds),
        'tingtang-signature': signatureOf(secret, seconds, body),
      },
      body,
      // Whoever answers with another address would be told everything from then on.
      redirect: 'error',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE)]),
    });
    await answer.body?.cancel();
    if (answer.ok) return { is: 'taken' };
    const asked = Number(answer.headers.get('retry-after')) * 1000;
    const later = { is: 'later', why: `http ${answer.status}` } as const;
    return asked > 0 ? { ...later, ms: asked } : later;
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: unknown } };
    const code = cause?.code;
    const isCode = typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code);
    return { is: 'later', why: isCode ? code : name.slice(0, 40) };
  }
}
