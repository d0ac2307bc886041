import type { Inside } from '../doors.ts';
import type { HubParts } from '../hub.ts';
import { noLog } from '../log.ts';
import { gaugePrinters } from './gauge.ts';
import { Printers } from './printers.ts';
import { tellOff } from './told.ts';

type Around = Pick<Inside, 'pipeline' | 'publisher' | 'metrics' | 'seer'>;

export function openPrinters(
  { clock, log = noLog, paper, pageOf }: HubParts,
  { pipeline, publisher, metrics, seer }: Around,
): Printers {
  const lobby = () => pipeline.lobby;
  const printers: Printers = new Printers({
    ...{ clock, log, lobby, foreseen: seer },
    changed() {
      publisher.changed();
      tellOff(pipeline, printers.states());
    },
    ...(pageOf && { pageOf }),
    ...paper,
  });
  gaugePrinters(metrics.registry, () => printers.states());
  return printers;
}
