import type { FileOf, FileType } from '../../shared/questions/files.ts';
import { ticketRows } from '../../shared/questions/ticketRows.ts';
import { accept } from '../../shared/result.ts';
import { reportFile } from '../reports/files.ts';
import { reportFor } from '../reports/reporting.ts';
import type { Answered, Archive } from './answering.ts';
import { meetingRows } from './meetingRows.ts';
import { meetingMonth } from './meetings.ts';

/** A file to be saved by whoever asked. */
export interface MadeFile {
  /** Letters, digits, `.`, `_` and `-` alone: it goes into a header. */
  readonly name: string;
  /** Its media type, `text/csv; charset=utf-8`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

type Filing = {
  readonly [T in FileType]: (wanted: FileOf<T>, archive: Archive) => Answered<MadeFile>;
};

/**
 * Who makes which file: one line a file. Made in turn with the answers to questions, off the road of
 * commands; a page fetches it with its token (`shared/screen/download.ts`), for a plain link would
 * carry none.
 */
export const filing: Filing = {
  async 'day.tickets'({ date }, { past }) {
    const day = await past.dayAt(date);
    if (!day.ok) return day;
    const bytes = new TextEncoder().encode(ticketRows(day.value));
    return accept({ name: `tickets-${date}.csv`, type: 'text/csv; charset=utf-8', bytes });
  },

  async report({ period, form, language }, { rows, lobby }) {
    const report = await reportFor(period, lobby(), rows);
    return accept(await reportFile(report, form, language));
  },

  async 'meetings.month'({ month }, archive) {
    const bytes = new TextEncoder().encode(meetingRows(await meetingMonth(month, archive)));
    return accept({ name: `meetings-${month}.csv`, type: 'text/csv; charset=utf-8', bytes });
  },
};
