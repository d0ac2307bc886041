/** Builds dist/ where a source is newer; resolves when it is there. */
export function buildIfStale(wanted?: { readonly pages?: boolean }): Promise<void>;
