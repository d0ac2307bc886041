import type { MonthName } from '../../shared/ids.ts';
import type { KeptDay } from '../../shared/questions/keptDay.ts';
import {
  datesOf,
  isAtHand,
  type MeetingMonth,
  meetingsIn,
  monthOfMeetings,
} from '../../shared/questions/meetingMonth.ts';
import type { Archive } from './answering.ts';

/** A month's meetings: from the state while it has them, else from the month's own files. */
export async function meetingMonth(month: MonthName, archive: Archive): Promise<MeetingMonth> {
  const lobby = archive.lobby();
  const meetings = isAtHand(lobby, month)
    ? lobby.floor.meetings
    : meetingsIn(await daysOf(month, archive));
  return monthOfMeetings(month, meetings, lobby, archive.people());
}

/** Days whose file is gone say nothing. A record is signed on its day or soon after. */
async function daysOf(month: MonthName, { past }: Archive): Promise<KeptDay[]> {
  const known = new Set<string>(await past.dates());
  const days: KeptDay[] = [];
  for (const date of datesOf(month)) {
    if (!known.has(date)) continue;
    const day = await past.dayAt(date);
    if (day.ok) days.push(day.value);
  }
  return days;
}
