import { cardHash } from '../../shared/cards.ts';
import type { CardTable } from '../../shared/cardTable.ts';
import type { CustomerClass } from '../../shared/settings.ts';

/** Whether this page can tell any card apart: hashing needs a secure context. */
export const knowsCards = (table: CardTable | null): table is CardTable =>
  table !== null && (table.prefixes.length > 0 || canHash(table));

const canHash = ({ hashes }: CardTable) =>
  hashes !== undefined && hashes.cards.length > 0 && globalThis.crypto.subtle !== undefined;

/** The class of whoever's card this is, and nothing else; null: a card the branch has no word of. */
export async function classOfCard(table: CardTable, number: string): Promise<CustomerClass | null> {
  const known = table.prefixes.find(({ prefix }) => number.startsWith(prefix));
  if (known) return known.class;
  const { hashes } = table;
  if (!hashes || !canHash(table)) return null;
  const hash = await cardHash(globalThis.crypto.subtle, number, hashes);
  return hashes.cards.includes(hash) ? hashes.class : null;
}
