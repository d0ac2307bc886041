import { Gauge, type Registry } from 'prom-client';
import type { PrinterCondition, PrinterStates } from '../../shared/views/printers.ts';

const CONDITIONS: readonly PrinterCondition[] = [
  ...(['ok', 'paperLow', 'paperOut', 'coverOpen', 'error', 'unreachable'] as const),
];

/** How many printers are how; which one it is stands on the screens. */
export function gaugePrinters(registry: Registry, states: () => PrinterStates): void {
  new Gauge({
    ...{ name: 'tingtang_printers', help: 'Ticket printers by condition' },
    ...{ labelNames: ['condition'], registers: [registry] },
    collect() {
      const found = [...states().values()];
      for (const condition of CONDITIONS)
        this.set({ condition }, found.filter(({ is }) => is === condition).length);
    },
  });
}
