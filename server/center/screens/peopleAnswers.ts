import type { NodeId, PersonId } from '../../../shared/city/ids.ts';
import type { Post } from '../../../shared/city/posts/state.ts';
import { inHand } from '../people/gate.ts';
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
    const { posts, rules, people } = room.state;
    const isTheirs = (node: NodeId) => inHand(ground(), scope, node);
    const offices = Object.entries(posts).map(([key, holders]) => {
      const at = key.lastIndexOf('.');
      return { node: key.slice(0, at) as NodeId, post: key.slice(at + 1) as Post, holders };
    });
    const told = offices.filter(({ node }) => isTheirs(node));
    const held = new Set(told.flatMap(({ holders }) => holders.map(({ is }) => is)));
    const isTold = (person: PersonId) =>
      held.has(person) || inHand(ground(), scope, people.accounts[person]?.node ?? null);
    const names = [...(await vault.names())].filter(([person]) => isTold(person));
    return {
      posts: told,
      rules: Object.entries(rules)
        .map(([node, versions]) => ({ node: node as NodeId, versions }))
        .filter(({ node }) => isTheirs(node)),
      people: Object.fromEntries(names) as Record<PersonId, string>,
    };
  },
};
