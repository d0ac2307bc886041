import { buildIfStale } from './build.mjs';

await buildIfStale();
await import(new URL('../dist/server/main.js', import.meta.url).href);
