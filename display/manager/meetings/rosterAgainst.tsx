import type { Deviation } from '../../../shared/floor/roster/presence.ts';
import { words } from '../../../shared/screen/language.ts';
import { clockTime } from '../../../shared/screen/time.ts';
import type { RosterView } from '../../../shared/views/roster.ts';
import { roster as rosterWords } from '../../../shared/words/roster.ts';
import { counterName, rosterNames } from './roster.tsx';

/** The counter, or what there is to say of somebody who has none of their own. */
function whereOf(view: RosterView, d: Deviation): string {
  const w = words(rosterWords);
  if (d.counter) return counterName(view, d.counter);
  return d.is === 'notThere' && d.post === 'lobby' ? w.posts.lobby : w.work;
}

/** Openings and moves held against today's roster: evidence of duty, for and against. */
export function Against({ view }: { view: RosterView }) {
  const w = words(rosterWords);
  const nameOf = rosterNames(view);
  const hasPlan = view.days.some((d) => d.date === view.today && d.shifts.length > 0);
  return (
    <>
      {view.branch.dayOpen && hasPlan && (
        <section class="part" aria-label={w.now}>
          <h2 class="unseen">{w.now}</h2>
          {view.deviations.length === 0 && <p class="quiet">{w.allRight}</p>}
          <ul class="deviations">
            {view.deviations.map((d) => {
              const where = whereOf(view, d);
              return (
                <li key={`${d.is} ${d.person}`}>
                  {d.is === 'notThere'
                    ? w.notThere(nameOf(d.person), where, d.since)
                    : w.unplanned(nameOf(d.person), where)}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {view.moves.length > 0 && (
        <details class="moves">
          <summary>
            {w.moves} · {view.moves.length}
          </summary>
          <ul>
            {view.moves.toReversed().map((m) => (
              <li key={`${m.at} ${m.counter} ${m.what}`}>
                <time>{clockTime(view.branch, m.at)}</time>
                <span>
                  {counterName(view, m.counter)} {w.move[m.what]} {m.teller && nameOf(m.teller)}
                </span>
                {m.planned === false && <small>{w.offPlan}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
