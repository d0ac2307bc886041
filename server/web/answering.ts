import type { ErrorRequestHandler, Response } from 'express';
import type { RefusalCode } from '../../shared/wire.ts';
import { refused } from '../answers.ts';

const STATUS: Partial<Record<RefusalCode, number>> = {
  'command.malformed': 400,
  'device.unpaired': 401,
  'gate.forbidden': 403,
  'hub.fault': 500,
  'hub.notSaved': 503,
  'hub.readOnly': 503,
  'person.notKnown': 403,
  'person.notSignedIn': 403,
  'person.wait': 429,
  'rate.exceeded': 429,
  'view.unknown': 404,
};

/** A refusal by the rules is a conflict with the state of things: 409. */
export function send(res: Response, answer: { ok: true } | { ok: false; code: RefusalCode }): void {
  res.set('Cache-Control', 'no-store');
  res.status(answer.ok ? 200 : (STATUS[answer.code] ?? 409)).json(answer);
}

/** Milliseconds until the line of somebody who sends far too much is cut. */
const CUT = 500;

/** Bodies that are no JSON, or too large, are refused like any other nonsense. */
export const badBody: ErrorRequestHandler = (error, req, res, _next) => {
  const details = { at: 'body', problem: 'unreadable' };
  if (error?.type === 'entity.too.large') {
    res.set('Connection', 'close');
    setTimeout(() => req.socket.destroy(), CUT).unref();
  }
  if (res.headersSent) return void req.socket.destroy();
  send(res, refused({ code: 'command.malformed', details }));
};
