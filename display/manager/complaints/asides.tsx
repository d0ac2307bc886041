import { words } from '../../../shared/screen/language.ts';
import type { ComplaintsView } from '../../../shared/views/complaints.ts';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { Orders } from './orders.tsx';

/** What the complaints come to: where they were contained, what comes back, and what is over. */
export function Asides({ view, now }: { view: ComplaintsView; now: number }) {
  const w = words(complaintWords);
  return (
    <>
      {view.months.length > 0 && (
        <section class="part" aria-label={w.months}>
          <h2>{w.months}</h2>
          <table class="contained">
            <thead>
              <tr>
                <th>{w.month}</th>
                <th>{w.receivedN}</th>
                <th>{w.stands.onSite}</th>
                <th>{w.stands.inBank}</th>
                <th>{w.stands.regulator}</th>
              </tr>
            </thead>
            <tbody>
              {view.months.map((m) => (
                <tr key={m.month}>
                  <th>{m.month}</th>
                  <td>{m.received}</td>
                  {[m.onSite, m.inBank, m.regulator].map((n, i) => (
                    <td key={i}>{share(n, m.onSite + m.inBank + m.regulator)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {view.recurring.length > 0 && (
            <p class="quiet">
              {w.recurring}:{' '}
              {view.recurring.map(({ cause, n }) => `${w.causes[cause]} ${w.times(n)}`).join(' · ')}
            </p>
          )}
        </section>
      )}
      {view.ended.length > 0 && (
        <section class="part" aria-label={w.ended}>
          <h2>{w.ended}</h2>
          <Orders {...{ view, now }} cards={view.ended} />
        </section>
      )}
    </>
  );
}

const share = (n: number, all: number) =>
  all > 0 ? `${n} · ${Math.round((n / all) * 100)}%` : '—';
