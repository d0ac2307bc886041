import { test } from 'vitest';
import { benchYear } from './bench/year.ts';
test('y', async () => { console.log(JSON.stringify(await benchYear())); }, 500000);
