import { readFileSync } from 'node:fs';
import { collectDefaultMetrics } from 'prom-client';
import { expect, test } from 'vitest';
import { createMetrics } from '../../server/metrics.ts';
import { gaugePrinters } from '../../server/printer/gauge.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import { initialLobby } from '../../shared/lobby.ts';
import { repository } from './repository.ts';

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly gridPos: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
  readonly targets?: readonly { readonly expr: string }[];
}

const { panels } = JSON.parse(readFileSync(repository('docs/deploy/grafana.json'), 'utf8')) as {
  panels: readonly Panel[];
};
const exprs = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

/** All that a hub with a backup and a center has to tell. */
async function known(): Promise<Set<string>> {
  const { registry } = createMetrics({
    pipeline: { lobby: initialLobby(defaultSettings), accepting: true },
    ledger: { head: () => ({ seq: 0, hash: '', at: 0 }) },
    backups: { age: () => 1 },
    links: { state: () => ({ linked: true, refused: null, behind: 0 }) as never },
  });
  gaugePrinters(registry, () => new Map());
  collectDefaultMetrics({ register: registry });
  const told = await registry.getMetricsAsJSON();
  return new Set(
    told.flatMap(({ name, type }) =>
      String(type) === 'histogram'
        ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`]
        : [name],
    ),
  );
}

test('every figure on the dashboard is one that a hub tells', async () => {
  const names = exprs.flatMap((expr) => expr.match(/\b(tingtang|process|nodejs)_\w+/g) ?? []);
  expect(new Set(names).size).toBeGreaterThan(15);
  const all = await known();
  expect([...new Set(names)].filter((name) => !all.has(name))).toEqual([]);
});

test('every figure of our own is on the dashboard', async () => {
  const own = [...(await known())].filter(
    (name) => name.startsWith('tingtang_') && !/_(sum|count|seconds)$/.test(name),
  );
  expect(own.filter((name) => !exprs.join().includes(name))).toEqual([]);
});

test('panels lie side by side, none upon another, each asked of the chosen branches', () => {
  const laid = panels.map(({ gridPos }) => gridPos);
  for (const [i, a] of laid.entries())
    for (const b of laid.slice(i + 1)) {
      const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
      expect(apart, JSON.stringify([a, b])).toBe(true);
    }
  expect(exprs.filter((expr) => !expr.includes('instance=~"$branch"'))).toEqual([]);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
});
