import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { z } from 'zod';
import type { CenterDetails, CenterRefusal } from '../../../shared/center.ts';
import { isCenterRefusal } from '../../../shared/words/center.ts';
import { type No, no } from '../protocol.ts';

/** Nothing came back that could be an answer. */
export class NoAnswer extends Error {}

/** Milliseconds without a byte, and bytes of one answer, beyond which it is none. */
const PATIENCE = 20_000;
const MOST = 4 * 1024 * 1024;

export interface Call {
  readonly path: string;
  /** Posted as JSON; a GET if left out. */
  readonly body?: object;
  readonly authorization?: string;
}

/** Asks a center; the answer is whatever object it sent. @throws NoAnswer */
export type Client = (call: Call) => Promise<Answered>;
export type Answered = { readonly ok: true } | No;

export interface Way {
  /** Certificate of the authority that vouches for it, PEM; the system's own if left out. */
  readonly ca?: string;
  /** Milliseconds without a byte. */
  readonly patience?: number;
}

export const clientOf =
  (url: URL, way: Way = {}): Client =>
  async (call) =>
    answerIn(await bodyOf(url, call, way));

function bodyOf(
  url: URL,
  { path, body, authorization }: Call,
  { ca, patience: timeout = PATIENCE }: Way,
): Promise<string> {
  const text = body && JSON.stringify(body);
  const headers = {
    ...(authorization && { authorization }),
    ...(text && {
      ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
    }),
  };
  const options = { method: text ? 'POST' : 'GET', headers, timeout, ...(ca && { ca }) };
  return new Promise((done, fail) => {
    const send = url.protocol === 'https:' ? secure : plain;
    const asked = send(new URL(path, url), options, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
        if (size > MOST) asked.destroy(new NoAnswer('the answer is too large'));
        else parts.push(part);
      });
      answer.on('end', () => done(Buffer.concat(parts).toString()));
      answer.on('error', (error) => fail(new NoAnswer(error.message)));
    });
    asked.on('timeout', () => asked.destroy(new NoAnswer('it does not answer')));
    asked.on('error', (error) => fail(new NoAnswer(error.message)));
    asked.end(text);
  });
}

const refusal = z.object({
  ok: z.literal(false),
  code: z.string().refine(isCenterRefusal),
  details: z.record(z.string(), z.union([z.string().max(200), z.number()])),
});
const accepted = z.looseObject({ ok: z.literal(true) });

/** A refusal is put into words here, in this program's own. */
function answerIn(text: string): Answered {
  const body = jsonIn(text);
  const good = accepted.safeParse(body);
  if (good.success) return good.data;
  const bad = refusal.safeParse(body);
  if (!bad.success) throw new NoAnswer('what answers is no center');
  return no(bad.data.code as CenterRefusal, bad.data.details as CenterDetails);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
