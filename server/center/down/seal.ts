import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Item, NOTHING } from '../../../shared/down/item.ts';
import type { PublicKey, SigningKey } from '../../ledger/key.ts';

export type Unsealed = Pick<Item, 'v' | 'branch' | 'epoch' | 'n' | 'prev' | 'at' | 'id' | 'body'>;

/** Never like a head or a receipt: another set of fields, in canonical form. */
const signedText = (
  { branch, epoch, n, hash }: Item | (Unsealed & { hash: string }),
  key: string,
) => Buffer.from(JSON.stringify({ branch, epoch, hash, item: n, key }));

/** Everything an item says, whatever a later version may add, but its seal. */
function digestOf({ hash: _, key: __, sig: ___, ...said }: Partial<Item>): string {
  return hash('sha256', String(canonicalize(said)));
}

/** The same item gets the same seal each time: nothing of it needs to be kept. */
export function sealItem(key: SigningKey, unsealed: Unsealed): Item {
  const bound = { ...unsealed, hash: digestOf(unsealed) };
  return { ...bound, key: key.id, sig: key.signText(signedText(bound, key.id)) };
}

/** Whether this is an item that the center has sealed, for this branch and epoch, unaltered. */
export const isSealed = (
  center: PublicKey,
  item: Item,
  { branch, epoch }: { readonly branch: string; readonly epoch: number },
): boolean =>
  item.branch === branch &&
  item.epoch === epoch &&
  item.key === center.id &&
  item.hash === digestOf(item) &&
  center.signedText(signedText(item, center.id), item.sig);

/** What an item follows: the one before it, or nothing. */
export const behind = (before: Pick<Item, 'n' | 'hash'> | null) => ({
  n: (before?.n ?? 0) + 1,
  prev: before?.hash ?? NOTHING,
});
