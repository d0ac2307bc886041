/** Builds dist/ when a source is newer; resolves when it is there. */
export function buildIfStale(): Promise<void>;
