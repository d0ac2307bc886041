import type { FromCenter, LateHours } from '../floor/notices/facts.ts';
import { fromCity as cityWords } from '../words/fromCity.ts';
import './fromCity.css';
import { words } from './language.ts';

/** Where it comes from: the city, and under which number. */
export function Origin({ from }: { readonly from: FromCenter | null }) {
  const w = words(cityWords);
  if (!from) return null;
  return (
    <span class="from-city">
      <b>{w.city}</b>
      {from.number && <span>{from.number}</span>}
    </span>
  );
}

/** What comes with a notice of the city: its document, and the branch's own hours. */
export function Enclosed({ from }: { readonly from: FromCenter | null }) {
  const w = words(cityWords);
  if (!from) return null;
  return (
    <>
      {from.figures && <LateHoursTable figures={from.figures} />}
      {from.file && (
        <p class="quiet">
          {w.file(from.file.name)} <small>{w.digest(from.file.sha256)}</small>
        </p>
      )}
    </>
  );
}

const percent = (part: number, n: number) => `${n > 0 ? Math.round((part / n) * 100) : 0}%`;

/** The share over the line, and the worst half-hours, each as wide as its share. */
export function LateHoursTable({ figures }: { readonly figures: LateHours }) {
  const w = words(cityWords);
  const { month, n, late, line, hours } = figures;
  return (
    <div class="late-hours">
      <p>
        {w.late(month, percent(late, n), n)} <small>{w.line(percent(line, 1))}</small>
      </p>
      <ol>
        {hours.map((hour) => (
          <li key={hour.at}>
            <time>{hour.at}</time>
            <span class="late-bar" aria-hidden="true">
              <i style={{ inlineSize: percent(hour.late, hour.n) }} />
            </span>
            <span>{w.hour(hour.late, hour.n)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
