import { z } from 'zod';
import { businessDate } from '../../ids.ts';
import { nodeId, personId } from '../ids.ts';
import { POSTS } from './state.ts';

/** 岗位任职: who holds a post from a date on; null leaves it vacant. */
export const postsCommands = [
  z.strictObject({
    type: z.literal('post.hold'),
    ...{ node: nodeId, post: z.enum(POSTS), person: personId.nullable(), from: businessDate },
  }),
] as const;

export type PostsCommand = z.infer<(typeof postsCommands)[number]>;
