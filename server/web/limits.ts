import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import { refused } from '../answers.ts';

/** Bytes of one body or one frame: the largest settings are a tenth of it. */
export const MOST_BYTES = 64 * 1024;

/** Whoever sends slowly, or little by little, is let go. Milliseconds; headers in bytes. */
export const patience = {
  headersTimeout: 5000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 8192,
};

/** Open connections in all, and from one network address where screens must pair. */
const CONNECTIONS = 2000;
const CONNECTIONS_EACH = 128;

export interface Pace {
  /** A second, in the long run. */
  readonly rate: number;
  /** At once, after a rest. */
  readonly burst: number;
}

/** No hand presses faster; a screen that comes back sends what it kept. */
export const ofScreen: Pace = { rate: 20, burst: 200 };
export const ofAddress: Pace = { rate: 50, burst: 300 };
export const ofPairing: Pace = { rate: 1 / 30, burst: 10 };
export const ofAsking: Pace = { rate: 2, burst: 30 };

/** A bucket that fills at a steady rate: `take` is false when it is empty. */
export function bucket({ rate, burst }: Pace, now = () => performance.now()) {
  let left = burst;
  let last = now();
  return {
    take(): boolean {
      const at = now();
      left = Math.min(burst, left + ((at - last) / 1000) * rate);
      last = at;
      if (left < 1) return false;
      left--;
      return true;
    },
  };
}

/** Addresses remembered at once; beyond that the oldest is forgotten. */
const ADDRESSES = 4096;

/** A pace for each network address. */
export function eachAddress(pace: Pace) {
  const buckets = new Map<string, ReturnType<typeof bucket>>();
  return (address = ''): boolean => {
    const known = buckets.get(address) ?? bucket(pace);
    buckets.delete(address);
    buckets.set(address, known);
    const [oldest] = buckets.keys();
    if (buckets.size > ADDRESSES && oldest !== undefined) buckets.delete(oldest);
    return known.take();
  };
}

export function paced(pace: Pace): RequestHandler {
  const take = eachAddress(pace);
  return (req, res, next) => {
    if (take(req.socket.remoteAddress)) return next();
    res
      .status(429)
      .set('Connection', 'close')
      .json(refused({ code: 'rate.exceeded' }));
  };
}

export function limitConnections(http: Server, each = CONNECTIONS_EACH): void {
  const open = new Map<string, number>();
  http.maxConnections = CONNECTIONS;
  http.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (open.get(address) ?? 0) + 1;
    if (count > each) return socket.destroy();
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
