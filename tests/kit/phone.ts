import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { noLog } from '../../server/log.ts';
import type { PhoneOptions } from '../../server/phone/options.ts';
import { openPhone, type Phone } from '../../server/phone/phone.ts';
import type { TicketId } from '../../shared/ids.ts';
import { handClock } from './handClock.ts';
import { type HubRig, idAt, NINE, type RigOptions, startHub } from './hub.ts';
import { FOLDER } from './ledgers.ts';
import { MemoryDisk } from './memoryDisk.ts';

export interface PhoneRig extends HubRig {
  readonly phone: Phone;
  /** Where the phones' own listener is. */
  readonly door: string;
  /** A ticket's address, without the listener's. */
  path(ticket: TicketId): string;
}

const OPTIONS: PhoneOptions = { host: '127.0.0.1', port: 0, url: null, tls: null, proxied: false };

/** A hub with the phones' listener beside it, as the composition root puts them together. */
export async function startPhones(
  options: RigOptions & { phone?: Partial<PhoneOptions> } = {},
): Promise<PhoneRig> {
  const { disk = new MemoryDisk(), folder = FOLDER, clock = handClock(NINE) } = options;
  const phone = await openPhone({ ...OPTIONS, ...options.phone }, disk, folder);
  const rig = await startHub({ ...options, disk, folder, clock, pageOf: phone.pageOf });
  const { pipeline, seer: foreseen } = rig.hub;
  const door = await phone.listen({ pipeline, clock, foreseen, pages: null, log: noLog });
  const stop = async () => {
    await phone.stop();
    await rig.stop();
  };
  onTestFinished(stop);
  return { ...rig, stop, phone, door, path: (id) => new URL(phone.pageOf(id) ?? '').pathname };
}

/** Somebody who can reach the listener. */
export async function ask(rig: PhoneRig, path: string, body?: unknown, headers = {}) {
  const answer = await fetch(rig.door + path, {
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text, headers: answer.headers };
}

export const rate = (rig: PhoneRig, path: string, more: object = {}) =>
  ask(rig, `${path}/rating`, { id: idAt(rig.clock.now().at), level: 'satisfied', ...more });

/** A place as it looks, of a ticket that nobody's paper shows. */
export const guess = (ticket: string) => `/v/${ticket}.${randomBytes(16).toString('base64url')}`;
