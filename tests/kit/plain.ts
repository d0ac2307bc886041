import type { z } from 'zod';

/** Ids as the story writes them: any text. */
export type Plain<T> = T extends z.$brand
  ? string
  : T extends object
    ? { [K in keyof T]: Plain<T[K]> }
    : T;
