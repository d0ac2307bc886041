// Builds what is missing or older than its sources, then hands over to the built program. Everything
// said while building goes to stderr: stdout belongs to the program.
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

async function build() {
  console.error('building the screens and the hub …');
  const started = new Date();
  const vite = await import('vite');
  const common = { root, logLevel: 'warn' };
  await vite.build({ ...common, configFile: join(root, 'vite.config.ts') });
  await vite.build({
    ...common,
    configFile: false,
    build: {
      ssr: 'server/main.ts',
      outDir: 'dist/server',
      target: 'node20',
      copyPublicDir: false,
    },
  });
  // Whatever changed while it was built is newer than the stamp.
  writeFileSync(stamp, `${started.toISOString()}\n`);
  utimesSync(stamp, started, started);
}

if (!isFresh()) await build();
await import(new URL('../dist/server/main.js', import.meta.url).href);
