import type { Robot } from './robots.ts';
import type { Verdict } from './service.ts';
import { serviceOf } from './services.ts';

/** Real milliseconds until a service must have answered, and bytes of an answer that are read. */
const PATIENCE = 10_000;
const LONGEST = 64 * 1024;

/** Sends one message. Never throws, and never says the address, in which the key stands. */
export async function send(
  robot: Robot,
  text: string,
  wall: number,
  stopped: AbortSignal,
): Promise<Verdict> {
  const service = serviceOf(robot);
  const { url, body } = service.post(robot, text, wall);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      // Whoever answers with another address would be given the text, and maybe the key.
      redirect: 'error',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE)]),
    });
    const said = await readUpTo(answer, LONGEST);
    if (answer.status === 429) return { is: 'later', why: 'http 429', ms: 60_000 };
    if (answer.status >= 500) return { is: 'later', why: `http ${answer.status}` };
    const read = parsed(said);
    if (read) return service.verdict(read);
    if (answer.status >= 400) return { is: 'failed', why: `http ${answer.status}` };
    return { is: 'later', why: 'unreadable' };
  } catch (error) {
    return { is: 'later', why: reasonOf(error) };
  }
}

async function readUpTo(answer: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let read = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    read += part.length;
    if (read > most) throw Object.assign(new Error(), { name: 'tooLong' });
  }
  return Buffer.concat(parts).toString();
}

function parsed(said: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(said);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A code of the system's, or a name: messages may repeat the address. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: unknown } };
  const code = cause?.code;
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : name.slice(0, 40);
}
