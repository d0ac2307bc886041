import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Hook } from '../../server/webhooks/hooks.ts';

export const SECRET = 'ab'.repeat(32);

export interface Told {
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly ticket?: string;
}

/** Another program on this machine: it checks signatures as docs/webhooks.md tells it to. */
export interface Receiver {
  readonly hook: Hook;
  /** Events of messages it took, in the order they came, doubles too. */
  readonly took: Told[];
  /** Bodies as they came. */
  readonly bodies: string[];
  /** How it answers the next messages, instead of taking them. */
  readonly mood: (number | 'cut' | 'hang')[];
  unsigned: number;
  sees(is: (took: readonly Told[]) => boolean): Promise<readonly Told[]>;
}

export async function receiver(id = 'bi'): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const mood = own.mood.shift();
    if (mood === 'cut') return void request.socket.destroy();
    if (mood === 'hang') return;
    if (typeof mood === 'number') return void response.writeHead(mood).end();
    const time = String(request.headers['tingtang-timestamp']);
    const right = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
    const given = String(request.headers['tingtang-signature']);
    const same =
      given.length === right.length + 3 &&
      timingSafeEqual(Buffer.from(given), Buffer.from(`v1=${right}`));
    if (!same) own.unsigned++;
    own.bodies.push(body);
    own.took.push(...JSON.parse(body).events);
    response.writeHead(204).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const own: Receiver = {
    hook: { id, url: `http://127.0.0.1:${port}/tingtang`, secret: SECRET },
    ...{ took: [], bodies: [], mood: [], unsigned: 0 },
    async sees(is) {
      for (let waited = 0; waited < 8000; waited += 10) {
        if (is(own.took)) return own.took;
        await new Promise((done) => setTimeout(done, 10));
      }
      throw new Error(`it was told only ${own.took.map((t) => t.type).join(', ')}`);
    },
  };
  return own;
}
