import { isRealDate } from '../../calendar.ts';
import { accept, type Refusal, type Result, refuse } from '../../result.ts';
import { heldOn } from '../dated.ts';
import type { PersonId } from '../ids.ts';
import type { Levels } from '../levels/state.ts';
import type { PostsCommand } from './commands.ts';
import type { PostsFact } from './facts.ts';
import { POSTS_AT, type Posts, postKey } from './state.ts';

export type PostsRefusal = 'node.dateWrong' | 'node.unknown' | 'post.notThere' | 'post.same';

export interface PostsContext {
  readonly at: number;
  readonly by: PersonId;
  readonly levels: Levels;
}

/**
 * A change that is told late may lie in a closed month: who held a post then is what it is. The
 * proposals of that month change only by a correction that somebody issues.
 */
export function decidePosts(
  posts: Posts,
  c: PostsCommand,
  { at, by, levels }: PostsContext,
): Result<readonly PostsFact[], Refusal<PostsRefusal>> {
  const { node, post, person, from } = c;
  if (!isRealDate(from)) return refuse('node.dateWrong');
  const unit = levels.nodes[node];
  if (!unit) return refuse('node.unknown', { node });
  if (!POSTS_AT[unit.level]?.includes(post)) return refuse('post.notThere', { node });
  const now = posts[postKey(node, post)] ?? [];
  if ((heldOn(now, from) ?? null) === person) return refuse('post.same');
  return accept([{ type: 'post.held', at, by, node, post, person, from }]);
}
