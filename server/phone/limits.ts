import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { eachAddress, type Pace } from '../web/limits.ts';
import { isNearby } from './options.ts';

/** Bytes of a body: a rating with all its reasons is a quarter of it. */
export const MOST_BYTES = 1024;

/** A hall full of phones may come from one address: its Wi-Fi's, or a mobile network's. */
const ofAddress: Pace = { rate: 30, burst: 300 };
/** Wrong addresses: a torn paper, a mistyped letter. 128 bits are not found by trying anyway. */
const ofWrong: Pace = { rate: 0.1, burst: 20 };
const ofTicket: Pace = { rate: 2, burst: 30 };
/** Ratings and leavings. */
const ofPress: Pace = { rate: 0.2, burst: 6 };

/** Connections from one address, where no proxy stands before us. */
export const CONNECTIONS_EACH = 256;

/** Whose limits a request uses up: behind a declared proxy, whom that proxy names last. */
export function askerOf(req: IncomingMessage, proxied: boolean): string {
  const own = req.socket.remoteAddress ?? '';
  if (!proxied || !isNearby(own)) return own;
  const named = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return named || own;
}

/** What one listener allows; every hand that counts is its own. */
export function phoneLimits(proxied: boolean) {
  const [address, wrong] = [eachAddress(ofAddress), eachAddress(ofWrong)];
  const [ticket, press] = [eachAddress(ofTicket), eachAddress(ofPress)];
  const asker = (req: IncomingMessage) => askerOf(req, proxied);
  const everybody: RequestHandler = (req, res, next) =>
    address(asker(req)) ? next() : slowDown(res);
  return {
    everybody,
    mayBeWrong: (req: IncomingMessage) => wrong(asker(req)),
    mayAsk: ticket,
    mayPress: press,
  };
}

export function slowDown(res: Response): void {
  res.status(429).set('Retry-After', '5').json({ ok: false, code: 'rate.exceeded' });
}
