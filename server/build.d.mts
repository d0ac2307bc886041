/** Builds dist/ where a source is newer; resolves when it is there. */
export function buildIfStale(wanted?: { readonly pages?: boolean }): Promise<void>;

/** Builds what is asked for as it is shipped, whatever the environment says. */
export function asShipped(work: () => Promise<unknown>): Promise<void>;
