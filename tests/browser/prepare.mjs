import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium for the browser stories: the one named, the system's, or Playwright's own. */
export async function prepareBrowser() {
  const named = process.env.TINGTANG_CHROMIUM;
  const found = [named, ...installed, chromium.executablePath()].find((p) => p && existsSync(p));
  if (found) return found;
  spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], { stdio: 'inherit' });
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Error('no browser: install Chromium, or name one in TINGTANG_CHROMIUM');
}
