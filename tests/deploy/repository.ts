import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A file of the project, by its path from the root. */
export const repository = (path: string) => `${root}${path}`;
