import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', 'built');
const sources = ['shared', 'server', 'kiosk', 'display', 'vite.config.ts', 'package-lock.json'];

/** The newest change below a path, milliseconds. */
function newest(path) {
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(about.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isFresh() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every(
    (name) => !existsSync(join(root, name)) || newest(join(root, name)) <= built,
  );
}

/**
 * Builds the screens and the hub into dist/ if a source is newer. Everything it says goes to stderr:
 * stdout belongs to the program that follows.
 */
export async function buildIfStale() {
  if (isFresh()) return;
  console.error('building the screens and the hub …');
  const started = new Date();
  const vite = await import('vite');
  const common = { root, logLevel: 'warn' };
  await vite.build({ ...common, configFile: join(root, 'vite.config.ts') });
  const hub = { ssr: 'server/main.ts', outDir: 'dist/server', target: 'node20' };
  await vite.build({ ...common, configFile: false, build: hub });
  // Whatever changed while it was built is newer than the stamp.
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}
