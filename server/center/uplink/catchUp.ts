import type { Resumed } from '../../resume.ts';
import type { Fetched } from '../protocol.ts';
import { NoAnswer } from './client.ts';
import { regain } from './fetch.ts';
import { readMembership } from './membership.ts';
import { type CenterParts, centerFor, clientFor, type UplinkOptions } from './options.ts';
import { Session } from './session.ts';

export interface CaughtUp {
  readonly resumed: Resumed;
  readonly center: CenterParts | null;
}

/** Milliseconds that a start waits for its center: a branch opens without it, too. */
const PATIENCE = 3000;

/**
 * Opens a branch's folder, and first puts back what its center has witnessed and it lacks: the first entry
 * of a start would otherwise make another history of it. A center that does not answer holds nothing up.
 */
export async function caughtUp(
  options: UplinkOptions,
  open: () => Promise<Resumed>,
  say: (line: string) => void,
): Promise<CaughtUp> {
  const resumed = await open();
  const center = await centerFor(options, resumed);
  if (!center || resumed.damage || !(await isBehind(options, resumed))) return { resumed, center };
  await resumed.keepsakes.close();
  await resumed.ledger.close();
  try {
    const { entries, head } = await regain(resumed.place, center.client);
    say(`${entries} entries that the center had witnessed were put back, up to entry ${head.seq}.`);
  } catch (error) {
    say(`The center has witnessed more than is here, and it could not be put back: ${error}`);
  }
  const again = await open();
  return { resumed: again, center: await centerFor(options, again) };
}

/** Whether the center goes on from this ledger's very head. What else it says is for the uplink. */
async function isBehind({ url, ca }: UplinkOptions, resumed: Resumed): Promise<boolean> {
  const { ledger, keepsakes, place } = resumed;
  const { seq, hash } = ledger.head();
  const membership = await readMembership(place);
  if (!membership || seq === 0) return false;
  try {
    const client = await clientFor(url ?? new URL(membership.url), ca, PATIENCE);
    const session = new Session(client, membership, await keepsakes.key());
    const answer = await session.ask('fetch', { after: { seq, hash } });
    const receipt = answer.ok ? session.receiptIn((answer as Fetched).receipt) : null;
    return receipt !== null && receipt.seq > seq;
  } catch (error) {
    if (error instanceof NoAnswer) return false;
    throw error;
  }
}
