import type { NodeId } from '../../../shared/city/ids.ts';
import type { Post } from '../../../shared/city/posts/state.ts';
import { inHand } from '../people/gate.ts';
import { namesOf } from '../people/vault.ts';
import type { Answers } from './answering.ts';

/** Who may come in, as far as whoever asks has them in hand. */
export const peopleAnswers: Pick<Answers, 'people' | 'offices'> = {
  async people(_question, { scope }, { room, vault, ground }) {
    const names = await vault.names();
    const accounts = Object.values(room.state.people.accounts)
      .filter(({ node }) => inHand(ground(), scope, node))
      .map((account) => ({ ...account, name: names.get(account.person) ?? null }));
    return { accounts };
  },
  async offices(_question, { scope }, { room, vault, ground }) {
    const { posts, people } = room.state;
    const isTheirs = (node: NodeId) => inHand(ground(), scope, node);
    const offices = Object.entries(posts).map(([key, holders]) => {
      const at = key.lastIndexOf('.');
      return { node: key.slice(0, at) as NodeId, post: key.slice(at + 1) as Post, holders };
    });
    const told = offices.filter(({ node }) => isTheirs(node));
    const holders = told.flatMap((office) => office.holders.map(({ is }) => is));
    const known = Object.values(people.accounts).filter(({ node }) =>
      inHand(ground(), scope, node),
    );
    return {
      posts: told,
      people: await namesOf(vault, [...holders, ...known.map(({ person }) => person)]),
    };
  },
};
