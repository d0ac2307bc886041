import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The same engine without windows of its own to draw: a story takes a sixth less time in it. */
const bare = '/usr/bin/chromium-headless-shell';

/** A Chromium: the one named, the system's, bare where that will do, or Playwright's own. */
export async function prepareBrowser({ bareWillDo = false } = {}) {
  const named = process.env.TINGTANG_CHROMIUM;
  const there = [...(bareWillDo ? [bare] : []), ...installed];
  const found = [named, ...there, chromium.executablePath()].find((p) => p && existsSync(p));
  if (found) return found;
  spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], { stdio: 'inherit' });
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Error('no browser: install Chromium, or name one in TINGTANG_CHROMIUM');
}
