import type { Request } from 'express';
import { credential, type No, no } from './protocol.ts';
import { credentialText, type Nonces } from './receipt.ts';
import type { Member, Roster } from './roster.ts';

export const SCHEME = 'Tingtang ';

/** Which branch asks, proved by a signature over a fresh nonce, before a byte of its body is read. */
export async function admitted(req: Request, roster: Roster, nonces: Nonces): Promise<Member | No> {
  const { authorization = '' } = req.headers;
  const shown = credential.safeParse(
    authorization.startsWith(SCHEME) ? jsonIn(authorization) : null,
  );
  if (!shown.success) return no('center.malformed', { at: 'authorization' });
  const { branch, epoch, nonce, sig } = shown.data;
  const epochs = await roster.of(branch);
  const current = epochs.at(-1);
  if (!current) return no('center.unknownBranch');
  if (!nonces.isGood(nonce)) return no('center.stale');
  const member = epochs.find((one) => one.epoch === epoch);
  const isIts = member?.publicKey.signedText(credentialText(branch, epoch, nonce), sig) ?? false;
  if (!member || !isIts) return no('center.notYourKey');
  if (member.epoch !== current.epoch) return no('center.wrongEpoch', { epoch: current.epoch });
  return member;
}

function jsonIn(authorization: string): unknown {
  try {
    return JSON.parse(Buffer.from(authorization.slice(SCHEME.length), 'base64url').toString());
  } catch {
    return null;
  }
}
