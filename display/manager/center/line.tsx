import { Landmark } from 'lucide-preact';
import type { CenterLink } from '../../../shared/center.ts';
import { words } from '../../../shared/screen/language.ts';
import { clockTime, moment } from '../../../shared/screen/time.ts';
import type { ManagerView } from '../../../shared/views/manager.ts';
import type { Branch } from '../../../shared/views/parts.ts';
import { centerSentence, center as centerWords } from '../../../shared/words/center.ts';
import { fromCity as cityWords, reasonOf } from '../../../shared/words/fromCity.ts';
import './line.css';

export interface CenterProps {
  readonly center: CenterLink | null;
  readonly branch: Branch;
  readonly now: number;
  /** What the city sent that led to nothing here. */
  readonly untaken: ManagerView['untaken'];
}

const stateOf = ({ linked, refused }: CenterLink) =>
  refused ? 'refused' : linked ? 'linked' : 'unlinked';

/** How the branch stands with its city center: up to where it is witnessed, or what to do. */
export function CenterLine({ center, branch, now, untaken }: CenterProps) {
  const w = words(centerWords);
  const c = words(cityWords);
  if (!center) return null;
  const { since, behind, witnessed, refused, offset, down } = center;
  const is = stateOf(center);
  const notes = [
    is === 'linked' ? null : w.since(clockTime(branch, since)),
    witnessed ? w.witnessed(moment(branch, witnessed.at, now)) : w.nothing,
    behind > 0 ? w.behind(behind) : null,
    offset === null ? null : w.offset(Math.round(offset / 60_000)),
  ];
  return (
    <section class="center-line" data-is={is} aria-label={w.title}>
      <Landmark aria-hidden="true" />
      <p>
        <span>
          {w.title} <strong>{w[is]}</strong>
        </span>
        <small>{notes.filter((note) => note !== null).join(' · ')}</small>
      </p>
      {[refused, down].map(
        (no) =>
          no && (
            <p key={no.code} class="center-todo">
              {words(centerSentence(no.code, no.details))}
            </p>
          ),
      )}
      {untaken.map(({ id, kind, refused: why }) => (
        <p key={id} class="center-todo">
          {c.untaken(id, c.kinds[kind] ?? c.unknown, words(reasonOf(why)))}
        </p>
      ))}
    </section>
  );
}

/** The same, only while it needs somebody's eye: all that goes well must fit on one screen. */
export function CenterTrouble(props: CenterProps) {
  const { center, untaken } = props;
  const isWell = center && stateOf(center) === 'linked' && !center.down && untaken.length === 0;
  return center && !isWell ? <CenterLine {...props} /> : null;
}

/** In the panel's head, while what happens here is not taken: it needs somebody. */
export function CenterSign({ center }: Pick<CenterProps, 'center'>) {
  const w = words(centerWords);
  if (!center?.refused) return null;
  return (
    <p class="center-sign">
      <Landmark aria-hidden="true" />
      <span>{w.title}</span>
      <strong>{w.refused}</strong>
    </p>
  );
}
