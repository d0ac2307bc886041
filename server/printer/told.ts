import type { PrinterId } from '../../shared/ids.ts';
import { type PrinterStates, prints } from '../../shared/views/printers.ts';
import type { Pipeline } from '../pipeline.ts';

/** That a printer prints nothing, and that it does again, are facts: an alert stands on them. */
export function tellOff(pipeline: Pipeline, states: PrinterStates): void {
  const { printersOff } = pipeline.lobby.devices;
  for (const [id, { is }] of states) {
    const printer = id as PrinterId;
    const type = prints(is) ? 'printer.online' : 'printer.offline';
    const isKnown = printer in printersOff === !prints(is);
    if (!isKnown) void pipeline.submitOwn({ type, printer });
  }
}
