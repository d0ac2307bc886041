/** The path of a Chromium that runs. */
export function prepareBrowser(): Promise<string>;
