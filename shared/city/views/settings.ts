import type { Dated } from '../dated.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Post } from '../posts/state.ts';

/** Posts with their holders: what settings show beside the tree. */
export interface OfficesPage {
  readonly posts: readonly Office[];
  readonly people: Readonly<Record<PersonId, string>>;
}

export interface Office {
  readonly node: NodeId;
  readonly post: Post;
  /** Oldest first; null: vacant. */
  readonly holders: readonly Dated<PersonId | null>[];
}
