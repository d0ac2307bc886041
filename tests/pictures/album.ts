import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { lettered } from '../browser/letters.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/screens/', import.meta.url));

/** Half the screen's pixels are enough to see everything, and small enough to keep. */
const QUALITY = { type: 'jpeg', quality: 70 } as const;

/** A picture of the page as it is, once it has come to rest. */
export async function shot(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await lettered(page);
  await page.waitForTimeout(700);
  await page.screenshot({ path: `${folder}${name}.jpg`, ...QUALITY, animations: 'disabled' });
}
