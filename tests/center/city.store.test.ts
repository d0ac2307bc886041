import { expect, test, vi } from 'vitest';
import { appendCity, readCity } from '../../server/center/store/city.ts';
import { isAbsent, KINDS, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

for (const kind of KINDS)
  test.skipIf(isAbsent(kind))(
    `of several servers that add to the city's ledger at a time one succeeds: ${kind}`,
    async () => {
      const store = await openStore(kind);
      expect(await appendCity(store, ['{"seq":1}', '{"seq":2}'], 0)).toBe(true);
      expect(await appendCity(store, ['{"seq":1}'], 0)).toBe(false);
      expect(await appendCity(store, ['{"seq":8}'], 7)).toBe(false);
      const tries = [1, 2, 3, 4].map((n) => appendCity(store, Array(n).fill(`by ${n}`), 2));
      const took = (await Promise.all(tries)).flatMap((ok, i) => (ok ? i + 1 : []));
      expect(took).toHaveLength(1);
      const [winner = 0] = took;
      expect(await readCity(store, 2)).toEqual(Array(winner).fill(`by ${winner}`));
      expect(await readCity(store, 2 + winner)).toEqual([]);
    },
  );
