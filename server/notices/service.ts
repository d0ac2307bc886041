import type { Robot } from './robots.ts';

/** One message as it goes out. The address holds the key: it is never logged or shown. */
export interface Posted {
  readonly url: string;
  readonly body: object;
}

/** What a service made of it. `later`: try again, after `ms` or, without, as a back-off has it. */
export type Verdict =
  | { readonly is: 'sent' }
  | { readonly is: 'later'; readonly why: string; readonly ms?: number }
  | { readonly is: 'failed'; readonly why: string };

/** What differs between WeCom 企业微信, DingTalk 钉钉 and Feishu 飞书. */
export interface Service<R extends Robot = Robot> {
  /** Bytes of text one message may hold. */
  limit(robot: R): number;
  /** `wall`: milliseconds; it is signed with it. */
  post(robot: R, text: string, wall: number): Posted;
  verdict(answer: Readonly<Record<string, unknown>>): Verdict;
  /** Milliseconds until it is wise to send, 0: now. */
  wait?(wall: number): number;
}

const MINUTE = 60_000;

/** Reads an answer by its number: 0 is good, some mean later, every other one will not get better. */
export function byNumber(
  number: unknown,
  later: Readonly<Record<number, number | undefined>>,
): Verdict {
  if (number === 0) return { is: 'sent' };
  // No such answer is documented: something between here and the service spoke.
  if (typeof number !== 'number') return { is: 'later', why: 'unreadable' };
  const why = String(number);
  if (!(number in later)) return { is: 'failed', why };
  const ms = later[number];
  return ms === undefined ? { is: 'later', why } : { is: 'later', why, ms };
}

export const minutes = (n: number) => n * MINUTE;

/** An address without its last slash, so that a path can follow. */
export const trimmed = (base: string) => base.replace(/\/+$/, '');
