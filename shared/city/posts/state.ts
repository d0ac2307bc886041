import { type Dated, withDated } from '../dated.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Level } from '../levels/state.ts';
import type { PostsFact } from './facts.ts';

/** 行长, 分管副行长, 业务部门经理, 网点负责人. */
export const POSTS = ['president', 'vice', 'business', 'manager'] as const;
export type Post = (typeof POSTS)[number];

/** Which posts the assessment knows at a level. */
export const POSTS_AT: Partial<Record<Level, readonly Post[]>> = {
  first: ['president', 'vice', 'business'],
  second: ['president', 'vice'],
  outlet: ['manager'],
};

export type PostKey = `${string}.${Post}`;
export const postKey = (node: NodeId, post: Post): PostKey => `${node}.${post}`;

/** Holders of each post with their dates; what is not told is vacant. */
export type Posts = Readonly<Record<PostKey, readonly Dated<PersonId | null>[]>>;

export const initialPosts: Posts = {};

export function evolvePosts(posts: Posts, { node, post, person, from }: PostsFact): Posts {
  const key = postKey(node, post);
  return { ...posts, [key]: withDated(posts[key] ?? [], from, person) };
}
