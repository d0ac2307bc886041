import { join } from 'node:path';
import { z } from 'zod';
import { branchId } from '../../../shared/ids.ts';
import { replaceFile } from '../../ledger/durable.ts';
import { PublicKey, type SigningKey } from '../../ledger/key.ts';
import { Plain } from '../../plainly.ts';
import { type No, UPLINK } from '../protocol.ts';
import { enrolmentText } from '../receipt.ts';
import type { Place } from '../stretch.ts';
import type { Client } from './client.ts';

/** Which center a branch belongs to: a document in its data folder. */
export const CENTER = 'center.json';

const former = z.object({ epoch: z.number().int(), seq: z.number().int(), hash: z.string() });
const enrolled = z.object({
  ...{ branch: branchId, epoch: z.number().int().min(1), after: former.nullable() },
  key: z.string(),
});
const membership = enrolled.extend({ url: z.string() });

export type Membership = z.infer<typeof membership>;

/** null: not enrolled anywhere. @throws Plain when it cannot be read */
export async function readMembership({ disk, folder }: Place): Promise<Membership | null> {
  const bytes = await disk.read(join(folder, CENTER));
  if (!bytes) return null;
  try {
    return membership.parse(JSON.parse(bytes.toString()));
  } catch {
    throw new Plain(
      `${CENTER} cannot be read: remove it, and start once more with --center and --center-code.`,
    );
  }
}

export interface Joining {
  readonly place: Place;
  readonly client: Client;
  readonly url: URL;
  readonly code: string;
  readonly key: SigningKey;
  /** The ledger has no entry yet. */
  readonly empty: boolean;
}

/** Redeems a code, and remembers with whom. The same code and key again get the same answer. */
export async function enrol(joining: Joining): Promise<Membership | No> {
  const { place, client, url, code, key, empty } = joining;
  const pem = key.publicPem();
  const sig = key.signText(enrolmentText(code, pem));
  const body = { v: UPLINK, code, key: pem, sig, empty };
  const answer = await client({ path: '/api/center/enrol', body });
  if (!answer.ok) return answer;
  const joined = { ...enrolled.parse(answer), url: url.href };
  // Said to be the center's: it must be one that can be checked with.
  new PublicKey(joined.key);
  const bytes = Buffer.from(`${JSON.stringify(joined, null, 2)}\n`);
  await replaceFile(place.disk, join(place.folder, CENTER), bytes);
  return joined;
}
