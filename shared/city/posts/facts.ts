import type { BusinessDate } from '../../ids.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Post } from './state.ts';

export interface PostsFact {
  readonly type: 'post.held';
  readonly at: number;
  readonly by: PersonId;
  readonly node: NodeId;
  readonly post: Post;
  /** null: vacant. */
  readonly person: PersonId | null;
  readonly from: BusinessDate;
}
