import type { CardTable } from '../cardTable.ts';
import type { Lobby } from '../lobby.ts';

/** By what a kiosk tells cards apart; a view of its own, for it is large and hardly ever changes. */
export interface CardsView {
  readonly cards: CardTable | null;
}

export const cardsView = ({ visit }: Lobby): CardsView => ({ cards: visit.settings.cards ?? null });
