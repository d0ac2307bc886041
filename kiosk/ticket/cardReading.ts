/** What a card takes, fetched behind the first page: the reader's keys, and telling cards apart. */
export { cardNumber } from '../../shared/cards.ts';
export { classOfCard } from './cardClass.ts';
export { listenToReader } from './reader.ts';
