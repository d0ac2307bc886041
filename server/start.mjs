import { buildIfStale } from './build.mjs';

/** Programs that show no screens need none. */
const pages = ['hub', 'demo'].includes(process.argv[2] ?? 'hub');
await buildIfStale({ pages });
await import(new URL('../dist/server/main.js', import.meta.url).href);
