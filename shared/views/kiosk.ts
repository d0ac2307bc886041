import { doorsAt, localTime, nextOpening, type Opening, spanOf } from '../calendar.ts';
import type { DeviceId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Settings, Text } from '../settings.ts';
import { callingDevices } from './calls.ts';
import type { Outside } from './devices.ts';
import { type Branch, branchPart, type ServiceQueue, serviceQueues } from './parts.ts';
import { type PrinterRow, printerRows } from './printers.ts';
import { type Reserve, reservePart } from './reserve.ts';

/** The ticket kiosk 取号机. */
export interface KioskView {
  readonly branch: Branch;
  readonly printers: readonly PrinterRow[];
  /** Whether it hands out tickets; if not, why not and when it will again, where that is known. */
  readonly open: boolean;
  readonly closed: 'before' | 'ended' | 'dayOff' | null;
  readonly opens: Opening | null;
  readonly services: readonly ServiceQueue[];
  /** The same as whoever showed a card can expect it; null where there is no way by card. */
  readonly premium: readonly ServiceQueue[] | null;
  readonly waiting: number;
  /** Figures for the sentence on who goes next. */
  readonly rule: {
    readonly passedOver: number;
    readonly comeBack: number;
    readonly last: 'share' | 'rescue';
  };
  readonly pledge: Text;
  readonly reserve: Reserve;
  /** Kiosks with an open call for help: a kiosk finds its own device, null on the hub's machine. */
  readonly help: readonly (DeviceId | null)[];
}

export function kioskView(lobby: Lobby, at: number, { printers, foreseen }: Outside): KioskView {
  const { visit } = lobby;
  const wall = at + visit.offset;
  const { passedOverAtMost, comeBackWithinCalls, nextRule } = visit.settings.rules;
  return {
    branch: branchPart(visit),
    printers: printerRows(visit.settings, printers),
    open: visit.doors,
    closed: visit.doors ? null : whyClosed(visit.settings, wall),
    opens: visit.doors ? null : nextOpening(visit.settings, wall),
    services: serviceQueues(lobby, foreseen),
    premium: visit.settings.cards ? serviceQueues(lobby, foreseen, 'premium') : null,
    waiting: visit.line.length,
    rule: {
      ...{ passedOver: passedOverAtMost, comeBack: comeBackWithinCalls },
      last: nextRule ?? 'share',
    },
    pledge: visit.settings.texts.pledge,
    reserve: reservePart(visit),
    help: callingDevices(lobby.floor.calls),
  };
}

function whyClosed(settings: Settings, wall: number): KioskView['closed'] {
  if (doorsAt(settings, wall).is === 'before') return 'before';
  const { hours, branch } = settings;
  return hours && !spanOf(hours, localTime(branch.timeZone, wall).date) ? 'dayOff' : 'ended';
}
