import type { DeviceId, PrinterId } from '../ids.ts';
import type { Settings } from '../settings.ts';

/** What a printer says of itself, the worst first; `unreachable`: it says and takes nothing. */
export type PrinterCondition =
  | 'unreachable'
  | 'coverOpen'
  | 'paperOut'
  | 'error'
  | 'paperLow'
  | 'ok';

/** Of the moment: found anew after every start, never in the ledger. */
export interface PrinterState {
  readonly is: PrinterCondition;
  /** Hub time. */
  readonly since: number;
  /** It answers when it is asked how it is; without, `ok` means only that it takes what is sent. */
  readonly tells: boolean;
}

export interface PrinterRow extends PrinterState {
  readonly id: PrinterId;
  readonly name: string;
  readonly kiosks: readonly DeviceId[];
}

export type PrinterStates = ReadonlyMap<PrinterId, PrinterState>;

/** In the order of the settings; one that was not yet looked at is left out. */
export function printerRows({ printers = [] }: Settings, states: PrinterStates): PrinterRow[] {
  return printers.flatMap(({ id, name = id, kiosks }) => {
    const state = states.get(id);
    return state ? [{ id, name, kiosks, ...state }] : [];
  });
}

/** A kiosk's own printer, or else the first. */
export const printerFor = <P extends { readonly kiosks: readonly DeviceId[] }>(
  printers: readonly P[],
  device: string | null,
): P | undefined =>
  printers.find(({ kiosks }) => kiosks.includes(device as DeviceId)) ?? printers[0];

/** Whether a ticket comes out. */
export const prints = (is: PrinterCondition) => is === 'ok' || is === 'paperLow';
