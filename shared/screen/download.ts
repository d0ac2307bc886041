import type { FileQuestion } from '../questions/files.ts';
import type { Text } from '../settings.ts';
import { common } from '../words/common.ts';
import { credential } from './credential.ts';

const silence: Text = { zh: common.zh.notKnown, en: common.en.notKnown };

/**
 * Fetches a file with this page's token and has the browser save it under the hub's name for it.
 *
 * @returns null once it is saved, or the refusal to show
 */
export async function download({ type, ...fields }: FileQuestion): Promise<Text | null> {
  const token = credential();
  const query = new URLSearchParams(
    Object.entries(fields).map(([name, value]) => [name, String(value)]),
  );
  try {
    const response = await fetch(`/api/files/${type}?${query}`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    if (!response.ok) return ((await response.json()) as { says?: Text }).says ?? silence;
    save(await response.blob(), nameIn(response));
    return null;
  } catch {
    return silence;
  }
}

const nameIn = ({ headers }: Response) =>
  /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'tingtang';

function save(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const anchor = document.createElement('a');
  Object.assign(anchor, { href: address, download: name });
  anchor.click();
  // The browser takes the bytes after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
