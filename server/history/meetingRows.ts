import { unmarked } from '../../shared/floor/meetings/record.ts';
import type { Meeting } from '../../shared/floor/meetings/state.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { MeetingMonth } from '../../shared/questions/meetingMonth.ts';
import { meetingsTable as words } from '../../shared/words/meetingsTable.ts';

/** Texts that a table program would take for a formula are shown as the texts they are. */
const cell = (text: string | number): string => {
  const safe = typeof text === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : String(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A month's meetings as CSV for a superior, in Chinese as such lists are kept: a row a meeting, and a
 * row for each day on which one was due and none was held. With a byte-order mark, for table programs.
 */
export function meetingRows(month: MeetingMonth): string {
  const w = words.zh;
  const rows = month.days.flatMap(({ date, opens, state }) => {
    const held = month.meetings.filter((m) => m.date === date);
    const verdict = state ? w.states[state] : '';
    if (held.length === 0) return state ? [[date, opens ?? '', verdict]] : [];
    return held.map((m) => [
      ...[date, opens ?? '', m.kind === 'morning' ? verdict : ''],
      ...columnsOf(m, month),
    ]);
  });
  const lines = [w.columns, ...rows].map((row) => row.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function columnsOf(m: Meeting, { people }: MeetingMonth): (string | number)[] {
  const w = words.zh;
  const name = (id: StaffId) => (people[id] ? `${people[id]}(${id})` : id);
  const absent = m.attendance.filter((a) => a.is === 'absent');
  const over = m.situation.is === 'over' ? m.situation : null;
  const list = (items: readonly string[]) => items.join(w.comma);
  return [
    ...[w.kinds[m.kind], m.from, over?.to ?? w.neverEnded],
    over ? Math.floor(over.seconds / 60) : '',
    m.why === null ? w.measured : `${w.byHand}${w.colon}${m.why}`,
    ...[m.place ?? w.hall, m.camera ?? '', name(m.host), name(m.recorder)],
    ...[m.expected.length, m.attendance.filter((a) => a.is === 'present').length],
    list(absent.map((a) => `${name(a.person)} ${a.reason ? w.absences[a.reason] : ''}`)),
    list(unmarked(m).map(name)),
    list(m.dress.map((d) => `${name(d.person)} ${d.items.map((i) => w.dress[i]).join(w.and)}`)),
    list(
      m.topics.map((t) =>
        t.note ? `${topicName(t.topic)}${w.colon}${t.note}` : topicName(t.topic),
      ),
    ),
    list(m.actions.map((a) => `${a.what} ${name(a.owner)} ${a.due}`)),
    m.signed ? (m.signed.by ? name(m.signed.by) : w.signed) : '',
  ];
}

const topicName = (topic: string) =>
  (words.zh.topics as Readonly<Record<string, string>>)[topic] ?? topic;
