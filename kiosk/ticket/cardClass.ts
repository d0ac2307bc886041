import { cardHash } from '../../shared/cards.ts';
import type { CardTable } from '../../shared/cardTable.ts';
import type { CustomerClass } from '../../shared/settings.ts';
import { canHash } from './knowsCards.ts';

/** The class of whoever's card this is, and nothing else; null: a card the branch has no word of. */
export async function classOfCard(table: CardTable, number: string): Promise<CustomerClass | null> {
  const known = table.prefixes.find(({ prefix }) => number.startsWith(prefix));
  if (known) return known.class;
  const { hashes } = table;
  if (!hashes || !canHash(table)) return null;
  const hash = await cardHash(globalThis.crypto.subtle, number, hashes);
  return hashes.cards.includes(hash) ? hashes.class : null;
}
