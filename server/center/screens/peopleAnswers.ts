import { inHand } from '../people/gate.ts';
import type { Answers } from './answering.ts';

/** Who may come in, as far as whoever asks has them in hand. */
export const peopleAnswers: Pick<Answers, 'people'> = {
  async people(_question, { scope }, { room, vault, ground }) {
    const names = await vault.names();
    const accounts = Object.values(room.state.people.accounts)
      .filter(({ node }) => inHand(ground(), scope, node))
      .map((account) => ({ ...account, name: names.get(account.person) ?? null }));
    return { accounts };
  },
};
