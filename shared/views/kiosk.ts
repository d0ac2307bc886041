import { doorsAt } from '../calendar.ts';
import type { DeviceId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Text } from '../settings.ts';
import { callingDevices } from './calls.ts';
import type { Outside } from './devices.ts';
import { type Branch, branchPart, type ServiceQueue, serviceQueues } from './parts.ts';
import { type PrinterRow, printerRows } from './printers.ts';
import { type Reserve, reservePart } from './reserve.ts';

/** The ticket kiosk 取号机. */
export interface KioskView {
  readonly branch: Branch;
  readonly printers: readonly PrinterRow[];
  /** Whether it hands out tickets; if not, when it will, where that is today. */
  readonly open: boolean;
  readonly opensAt: string | null;
  readonly services: readonly ServiceQueue[];
  readonly waiting: number;
  /** Figures for the sentence on who goes next. */
  readonly rule: { readonly passedOver: number; readonly comeBack: number };
  readonly pledge: Text;
  readonly reserve: Reserve;
  /** Kiosks with an open call for help: a kiosk finds its own device, null on the hub's machine. */
  readonly help: readonly (DeviceId | null)[];
}

export function kioskView(lobby: Lobby, at: number, { printers }: Outside): KioskView {
  const { visit } = lobby;
  const doors = doorsAt(visit.settings, at + visit.offset);
  const { passedOverAtMost, comeBackWithinCalls } = visit.settings.rules;
  return {
    branch: branchPart(visit),
    printers: printerRows(visit.settings, printers),
    open: visit.doors,
    opensAt: doors.is === 'before' ? doors.opens : null,
    services: serviceQueues(lobby),
    waiting: visit.line.length,
    rule: { passedOver: passedOverAtMost, comeBack: comeBackWithinCalls },
    pledge: visit.settings.texts.pledge,
    reserve: reservePart(visit),
    help: callingDevices(lobby.floor.calls),
  };
}
