import type { CityFile } from '../../../shared/city/questions.ts';
import type { CityNo } from '../../../shared/city/wire.ts';
import type { Text } from '../../../shared/settings.ts';
import { cityCirculars } from '../../../shared/words/cityCirculars.ts';
import { session } from '../session.ts';

const failed: Text = { zh: cityCirculars.zh.download, en: cityCirculars.en.download };

/** Fetches a file with this page's session and has the browser save it; what went wrong, or null. */
export async function saveFile({ type, ...fields }: CityFile): Promise<Text | null> {
  const query = new URLSearchParams(fields);
  try {
    const response = await fetch(`/api/city/files/${type}?${query}`, {
      headers: { authorization: `Bearer ${session()}` },
    });
    if (!response.ok) return ((await response.json()) as Partial<CityNo>).says ?? failed;
    const address = URL.createObjectURL(await response.blob());
    const anchor = document.createElement('a');
    Object.assign(anchor, { href: address, download: `${fields.circular}.${fields.form}` });
    anchor.click();
    // The browser takes the bytes after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return null;
  } catch {
    return failed;
  }
}
