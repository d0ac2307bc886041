import { Agent, request } from 'node:http';
import { UPLINK } from '../../../server/center/protocol.ts';
import { credentialText } from '../../../server/center/receipt.ts';
import type { PlayedBranch } from '../../kit/accounts.ts';
import { segmentOf } from '../../kit/accounts.ts';
import { BRANCHES, ENTRIES, type Road } from './country.ts';

/** What every branch sends, one piece after the other: the same ledger for all. */
export async function smallPieces(branch: PlayedBranch, count: number) {
  const pieces = [];
  for (let n = 0; n < count; n++)
    pieces.push({
      ...(await segmentOf(branch, n * ENTRIES, (n + 1) * ENTRIES)),
      closings: [],
    });
  return pieces;
}
type Pieces = Awaited<ReturnType<typeof smallPieces>>;

export const branchName = (n: number) => `c${n}`;

/** The center holds each address to its pace: branches share as many as keep within it. */
const ADDRESSES = 64;

/** As uplinks do, over HTTP to a center in a process of its own: each with a signed introduction. */
export async function byHttp(url: string, { key }: PlayedBranch, pieces: Pieces): Promise<Road> {
  const { nonce } = (await (await fetch(`${url}/api/center`)).json()) as { nonce: string };
  const agents = Array.from({ length: ADDRESSES }, () => new Agent({ keepAlive: true }));
  const shown = Array.from({ length: BRANCHES }, (_, n) => {
    const branch = branchName(n);
    const sig = key.signText(credentialText(branch, 1, nonce));
    const text = JSON.stringify({ branch, epoch: 1, nonce, sig });
    return `Tingtang ${Buffer.from(text).toString('base64url')}`;
  });
  const bodies = pieces.map((piece) => Buffer.from(JSON.stringify({ ...piece, v: UPLINK })));
  const segments = new URL('/api/center/segments', url);
  return {
    send: (branch, piece) =>
      new Promise((done) => {
        const [body, authorization] = [bodies[piece], shown[branch]];
        if (!body || !authorization) return done(false);
        const place = branch % ADDRESSES;
        const headers = {
          ...{ authorization, 'content-type': 'application/json' },
          'content-length': body.length,
        };
        const options = { method: 'POST', headers, agent: agents[place] };
        const sent = request(
          segments,
          { ...options, localAddress: `127.0.1.${place + 1}` },
          (answer) => {
            answer.resume();
            answer.on('end', () => done(answer.statusCode === 200));
          },
        );
        sent.on('error', () => done(false));
        sent.end(body);
      }),
  };
}
