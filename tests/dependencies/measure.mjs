import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const json = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { packages } = json('package-lock.json');

/** Bytes of a package's own files, without the packages inside it. */
function bytesOf(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + (entry.name === 'node_modules' ? 0 : bytesOf(path));
    return sum + lstatSync(path).size;
  }, 0);
}

/** Where Node finds a package that another one asks for. */
function placeOf(name, from) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = `${at}${at ? '/' : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (at === '') return null;
  }
}

/** All that comes with one: itself, and whatever it needs, each once. */
function closure(place, seen = new Set()) {
  if (!place || seen.has(place)) return seen;
  seen.add(place);
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = packages[place];
  for (const name of Object.keys({ ...peerDependencies, ...dependencies, ...optionalDependencies }))
    closure(placeOf(name, place), seen);
  return seen;
}

export const shown = (bytes) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** By name: its own size, and that of all that comes with it, in words. */
export function sizes() {
  const { dependencies, devDependencies } = json('package.json');
  return Object.keys({ ...dependencies, ...devDependencies }).map((name) => {
    const places = [...closure(placeOf(name, ''))];
    const all = places.reduce((sum, place) => sum + bytesOf(join(root, place)), 0);
    return { name, own: shown(bytesOf(join(root, `node_modules/${name}`))), all: shown(all) };
  });
}

/** `npm run sizes`: measures what is installed here, and puts it into the README's table. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, 'README.md');
  let text = readFileSync(file, 'utf8');
  for (const { name, own, all } of sizes()) {
    const row = new RegExp(`^(\\| \`${name.replace(/[/.]/g, '\\$&')}\` \\|[^|]*\\|)[^|]*\\|$`, 'm');
    if (!row.test(text)) console.error(`${name} has no row in README.md`);
    text = text.replace(row, `$1 ${own === all ? own : `${own}, ${all}`} |`);
  }
  writeFileSync(file, text);
}
