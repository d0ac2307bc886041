import type { ComponentChildren } from 'preact';
import type { Duties } from '../../../shared/duties.ts';
import type { Meeting } from '../../../shared/floor/meetings/state.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { moment } from '../../../shared/screen/time.ts';
import type { Branch } from '../../../shared/views/parts.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { meetingsTable } from '../../../shared/words/meetingsTable.ts';
import { ActionList } from './actionList.tsx';
import { Figures } from './figures.tsx';
import type { NameOf } from './people.ts';
import { headings } from './topics.tsx';

interface RecordProps {
  readonly link: Link;
  readonly meeting: Meeting;
  readonly nameOf: NameOf;
  readonly rules: Duties['meetings'];
  readonly branch: Branch;
}

/** 晨会记录: a whole record, to be read and to be printed. */
export function Record({ link, meeting, nameOf, rules, branch }: RecordProps) {
  const w = words(meetingWords);
  const table = words(meetingsTable);
  const { attendance, dress, topics, actions, expected } = meeting;
  const there = attendance.filter((a) => a.is === 'present');
  const absent = attendance.filter((a) => a.is === 'absent');
  const named = new Map(headings(rules));
  return (
    <article class="record">
      <header>
        <h2>{table.kinds[meeting.kind]}</h2>
        <p class="record-time">{timeOf(meeting)}</p>
        {meeting.why && <p class="mark-hand">{w.byHand(meeting.why)}</p>}
      </header>
      <dl>
        <Line name={w.host}>{nameOf(meeting.host)}</Line>
        <Line name={w.recorder}>{nameOf(meeting.recorder)}</Line>
        <Line name={w.place}>
          {meeting.place ?? table.hall}
          {meeting.camera && ` · ${w.camera} ${meeting.camera}`}
        </Line>
        <Line name={w.attendance}>
          {w.counted(there.length, absent.length)}
          {expected.length > 0 && ` · ${w.expected(expected.length)}`}
          {absent.map((a) => (
            <small key={a.person}>
              {nameOf(a.person)} {a.reason && table.absences[a.reason]}
            </small>
          ))}
        </Line>
        <Line name={w.dress}>
          {dress.length === 0 && w.dressFine}
          {dress.map((d) => (
            <small key={d.person}>
              {nameOf(d.person)} {d.items.map((i) => table.dress[i]).join(table.and)}
            </small>
          ))}
        </Line>
        {topics.length > 0 && (
          <Line name={w.topics}>
            {topics.map((t) => (
              <small key={t.topic}>
                {named.get(t.topic) ?? t.topic} {t.note}
              </small>
            ))}
          </Line>
        )}
        {actions.length > 0 && (
          <Line name={w.actions}>
            <ActionList {...{ link, meeting, nameOf }} />
          </Line>
        )}
      </dl>
      {meeting.figures && <Figures figures={meeting.figures} />}
      <p class="quiet">{signature(meeting, nameOf, branch)}</p>
    </article>
  );
}

const Line = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function timeOf({ situation, from }: Meeting): string {
  const w = words(meetingWords);
  if (situation.is === 'running') return w.since(from);
  if (situation.is === 'forgotten') return w.forgotten(from);
  const over = w.over(from, situation.to, Math.floor(situation.seconds / 60));
  return situation.acrossRestart ? `${over} · ${w.acrossRestart}` : over;
}

function signature({ signed }: Meeting, nameOf: NameOf, branch: Branch): string {
  const w = words(meetingWords);
  if (!signed) return w.unsigned;
  const when = moment(branch, signed.at, 0);
  return signed.by ? w.signedBy(nameOf(signed.by), when) : w.signedAt(when);
}
