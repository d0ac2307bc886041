/** The path of a Chromium that runs. */
export function prepareBrowser(wanted?: { readonly bareWillDo?: boolean }): Promise<string>;
