import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Answer, Asked, RefusalCode, RequestAnswer } from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import type { Sender } from '../devices/gate.ts';
import type { Log } from '../log.ts';

const STATUS: Partial<Record<RefusalCode, number>> = {
  'command.malformed': 400,
  'device.unpaired': 401,
  'gate.forbidden': 403,
  'history.noDay': 404,
  'history.noTicket': 404,
  'history.pruned': 410,
  'history.unsound': 503,
  'photo.changed': 410,
  'photo.notAPhoto': 415,
  'photo.tooLarge': 413,
  'photo.unknown': 404,
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

/**
 * What somebody asked for in vain stands in the log: from where, and why not; never what was in it. A
 * teller who rates oneself is refused by the rules, and that is worth a look too.
 */
export function noted<T extends Answer | RequestAnswer | Asked>(
  answer: T,
  what: string,
  sender: Sender | null,
  log: Log,
): T {
  if (answer.ok) return answer;
  const { code } = answer;
  const event = AT_THE_DOOR.includes(code) ? 'gate.refused' : 'rule.refused';
  log(event, { code, what, device: sender?.device ?? null, role: sender?.role ?? null });
  return answer;
}

const AT_THE_DOOR: readonly RefusalCode[] = [
  'device.unpaired',
  'gate.forbidden',
  'person.notSignedIn',
];

const unreadable = refused({
  code: 'command.malformed',
  details: { at: 'body', problem: 'unreadable' },
});

/** Bodies that are no JSON are refused like any other nonsense. */
export const badBody: ErrorRequestHandler = (_error, req, res, _next) => {
  if (res.headersSent) return void req.socket.destroy();
  send(res, unreadable);
};

/** Bytes that are read for the sake of whoever only sent too much; beyond it the line is cut. */
const MISTAKE = 1024 * 1024;

/**
 * Refuses a body by its announced length, before a byte of it is read; one without a length is
 * refused too. The parser alone would read such a body to its end before it says no.
 */
export const sized =
  (most: number, refuse = (res: Response) => send(res, unreadable)): RequestHandler =>
  (req, res, next) => {
    const announced = req.headers['content-length'];
    const isFine = req.headers['transfer-encoding'] === undefined && Number(announced ?? 0) <= most;
    if (isFine) return next();
    // Reading it off would be polite, and endless: only an honest mistake is read to its end.
    if (!(Number(announced) <= MISTAKE)) res.on('finish', () => req.socket.destroy());
    refuse(res);
  };
