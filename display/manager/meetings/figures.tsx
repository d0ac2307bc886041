import type { ServiceFigures } from '../../../shared/floor/meetings/yesterday.ts';
import { words } from '../../../shared/screen/language.ts';
import { dateLine } from '../../../shared/screen/time.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';

/** A date of the calendar as people say it, wherever the screen is. */
export const sayDate = (date: string) =>
  dateLine({ timeZone: 'UTC', offset: 0 }, Date.parse(`${date}T12:00:00Z`));

/** 网点服务通报和分析: the last day's own figures, filled in. */
export function Figures({ figures }: { figures: ServiceFigures | null }) {
  const w = words(meetingWords);
  if (!figures) return <p class="quiet">{w.noFigures}</p>;
  const { ordinary, premium, satisfaction, invitationRate } = figures;
  const minutes = (seconds: number | null) =>
    seconds === null ? '–' : w.minutes((seconds / 60).toFixed(1));
  const rows = [
    [w.figure.served, String(figures.served), null],
    [w.figure.ordinary, minutes(ordinary.mean), ordinary.n],
    [w.figure.premium, minutes(premium.mean), premium.n],
    [w.figure.satisfaction, satisfaction.points?.toFixed(1) ?? '–', satisfaction.n],
    [
      w.figure.invitation,
      invitationRate === null ? '–' : `${Math.round(invitationRate * 100)}%`,
      null,
    ],
    [w.figure.abandoned, String(figures.abandoned), null],
  ] as const;
  return (
    <div class="yesterday">
      <h2>{w.figures(sayDate(figures.date))}</h2>
      <dl>
        {rows.map(([name, value, n]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {n !== null && <small>{w.of(n)}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
