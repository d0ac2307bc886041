import type { Dated } from '../dated.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Post } from '../posts/state.ts';
import type { CityRules } from '../rules/commands.ts';

/** Posts with their holders, and every version of the rules: what settings show beside the tree. */
export interface OfficesPage {
  readonly posts: readonly Office[];
  readonly rules: readonly { readonly node: NodeId; readonly versions: readonly CityRules[] }[];
  readonly people: Readonly<Record<PersonId, string>>;
}

export interface Office {
  readonly node: NodeId;
  readonly post: Post;
  /** Oldest first; null: vacant. */
  readonly holders: readonly Dated<PersonId | null>[];
}
