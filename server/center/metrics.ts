import { Counter, Gauge, Registry } from 'prom-client';
import type { CenterRefusal } from '../../shared/center.ts';
import type { Kept } from './kept.ts';
import { currentOf } from './roster.ts';

/** Prometheus; no branch is a label: there may be thousands. */
export function metricsOf({ roster, evidence }: Pick<Kept, 'roster' | 'evidence'>) {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      ...{ name: `tingtang_center_${name}`, help, registers },
      async collect() {
        this.set(await read());
      },
    });
  const enrolled = async () => currentOf(await roster.all()).length;
  gauge('branches', 'Branches enrolled', enrolled);
  const refusedOnce = async () => (await evidence.last()).size;
  gauge('branches_refused', 'Branches whose ledger was ever refused', refusedOnce);
  const refusals = new Counter({
    ...{ name: 'tingtang_center_refusals_total', help: 'Requests refused', registers },
    labelNames: ['code'],
  });
  return { registry, refused: (code: CenterRefusal) => refusals.inc({ code }) };
}
