import { buildIfStale } from './build.mjs';

/** Programs that show no screens need none. */
const [word = 'hub', next = '-'] = process.argv.slice(2);
const pages = ['hub', 'demo'].includes(word) || (word === 'center' && next.startsWith('-'));
await buildIfStale({ pages });
await import(new URL('../dist/server/main.js', import.meta.url).href);
