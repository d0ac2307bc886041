import type { CardTable } from '../../shared/cardTable.ts';

/** Whether this page can tell any card apart: hashing needs a secure context. */
export const knowsCards = (table: CardTable | null): table is CardTable =>
  table !== null && (table.prefixes.length > 0 || canHash(table));

export const canHash = ({ hashes }: CardTable) =>
  hashes !== undefined && hashes.cards.length > 0 && globalThis.crypto.subtle !== undefined;
