import express, { type Express } from 'express';
import { pairingQuestion, pairingSchema } from '../../shared/devices/requests.ts';
import type { PairingStarted, PairingState } from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import type { House } from '../devices/house.ts';
import type { LetIn } from '../devices/pairing.ts';
import type { Log } from '../log.ts';
import type { Access } from './access.ts';
import { send } from './answering.ts';
import { ofAsking, ofPairing, paced } from './limits.ts';

export interface PairingParts {
  readonly house: House;
  readonly log: Log;
  readonly access: Pick<Access, 'authority' | 'insecure'>;
}

const malformed = refused({
  code: 'command.malformed',
  details: { at: 'body', problem: 'wrongValue' },
});

/** All that a screen nobody let in may reach: a code to show, and what became of it. */
export function pairingRoutes(app: Express, { house, log, access }: PairingParts): void {
  const { authority, insecure } = access;
  const body = express.json({ limit: 1024, strict: true });

  app.post('/api/pair', paced(ofPairing), body, async (req, res) => {
    const asked = pairingSchema.safeParse(req.body);
    if (!asked.success) return send(res, malformed);
    const { role = null, setUp } = asked.data;
    const address = req.socket.remoteAddress ?? '';
    if (setUp !== undefined) return send(res, await openFirst(house, setUp, log, address));
    const started = house.pairing.start(address, role);
    if (!started) return send(res, refused({ code: 'rate.exceeded' }));
    const told: PairingStarted = {
      ...started,
      ...(authority && { authority: true }),
      ...(insecure && { insecure: true }),
    };
    send(res, told);
  });

  app.post('/api/pair/state', paced(ofAsking), body, (req, res) => {
    const asked = pairingQuestion.safeParse(req.body);
    if (!asked.success) return send(res, malformed);
    const found = house.pairing.ask(asked.data.pairing, asked.data.secret);
    if (!found) return send(res, refused({ code: 'pairing.over' }));
    send(res, found === 'waiting' ? { ok: true, waiting: true } : handedOver(found));
  });

  if (authority)
    app.get('/tingtang-ca.crt', (_, res) => {
      res.type('application/x-x509-ca-cert').send(authority);
    });
}

const handedOver = (letIn: LetIn): { ok: true } & PairingState => ({
  ok: true,
  waiting: false,
  ...letIn,
});

async function openFirst(
  { pairing, desk, offerSetUp }: House,
  code: string,
  log: Log,
  address: string,
) {
  const used = pairing.useSetUp(code);
  if (used === 'right') {
    const letIn = await desk.letInFirst();
    return 'token' in letIn ? handedOver(letIn) : letIn;
  }
  log('pairing.wrongSetUp', { address, spent: used === 'spent' });
  if (used === 'spent') offerSetUp();
  return refused({ code: 'pairing.codeUnknown' });
}
