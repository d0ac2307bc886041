import { Unlink } from 'lucide-preact';
import type { BranchNowPage, OpenAlert } from '../../../shared/city/views/branchNow.ts';
import type { LiveRow } from '../../../shared/city/views/live.ts';
import type { BranchId } from '../../../shared/ids.ts';
import { lang, words } from '../../../shared/screen/language.ts';
import { LevelSign } from '../../../shared/screen/level.tsx';
import { useNow } from '../../../shared/screen/now.ts';
import { moment } from '../../../shared/screen/time.ts';
import { cityBranch } from '../../../shared/words/cityBranch.ts';
import { alertSentence } from '../../../shared/words/group.ts';
import { alarmText } from '../live/alarms.ts';
import { SmallLine } from '../live/line.tsx';
import { silence } from '../live/row.tsx';
import { useCity } from '../question.ts';
import type { CityProps } from '../tabs.ts';

interface NowProps extends CityProps {
  readonly branch: BranchId;
  /** null: not among those that this screen is told of. */
  readonly row: LiveRow | null;
}

/** How often it is asked for anew, ms. */
const ANEW = 60_000;

/** How it stands at this moment, as last heard: its lobby, its open alerts, its ledger. */
export function Now({ row, link, shell, branch }: NowProps) {
  const w = words(cityBranch);
  const now = useNow(link, ANEW);
  const again = `${shell.decided} ${Math.floor(now / ANEW)} ${row?.lobby?.alerts ?? ''}`;
  const said = useCity(link, { type: 'branch.now', branch }, again);
  const known = said.is === 'known' ? said.answer : null;
  return (
    <section class="city-branch-now" aria-label={w.now}>
      {row?.lobby && row.lobby.doors !== 'closed' && (
        <SmallLine lobby={row.lobby} isOld={row.silent} />
      )}
      {row && <Lobby row={row} now={now} timeZone={shell.timeZone} />}
      {row?.alarms.map((alarm) => (
        <p key={alarm.is} class="city-branch-alarm">
          {alarmText(alarm)}
        </p>
      ))}
      {known && known.alerts.length > 0 && <Alerts page={known} now={now} />}
      {known && <Ledger page={known} />}
    </section>
  );
}

function Lobby({ row, now, timeZone }: { row: LiveRow; now: number; timeZone: string }) {
  const w = words(cityBranch);
  const { lobby, heardAt, silent } = row;
  return (
    <p>
      {lobby && (
        <>
          <strong>{w.waiting(lobby.waiting)}</strong>
          <span>{w.counters(lobby.counters.open, lobby.counters.all)}</span>
          <span>{w.issued(lobby.issued)}</span>
          <span>{w.alerts(lobby.alerts)}</span>
        </>
      )}
      {silent ? (
        <strong class="city-branch-silent">
          <Unlink aria-hidden="true" />
          {silence(row, now, timeZone)}
        </strong>
      ) : (
        heardAt !== null && <small>{w.heard(moment({ timeZone, offset: 0 }, heardAt, now))}</small>
      )}
    </p>
  );
}

/** Each with what is wrong, since when, and whether anybody has seen it. */
function Alerts({ page, now }: { page: BranchNowPage; now: number }) {
  const w = words(cityBranch);
  return (
    <ul class="city-branch-alerts" aria-label={w.open}>
      {page.alerts.map((alert) => (
        <li key={alert.id}>
          <LevelSign level={alert.level} bare />
          <span>{alertSentence(lang.value, alert)}</span>
          <small>{w.since(moment(page, alert.raisedAt, now))}</small>
          <small>{standing(alert)}</small>
        </li>
      ))}
    </ul>
  );
}

function standing({ acknowledged, handled }: OpenAlert): string {
  const w = words(cityBranch);
  return handled ? w.handled : acknowledged ? w.seen : w.nobody;
}

/** So much of a hash tells two apart by eye. */
const FEW = 12;

/** Up to where its ledger is witnessed, and what went down and is not there yet. */
function Ledger({ page }: { page: BranchNowPage }) {
  const w = words(cityBranch);
  const { witnessed, epoch, due, untaken } = page.link;
  return (
    <p class="city-branch-ledger">
      {witnessed ? (
        <>
          <span>{w.witnessed(witnessed.seq, moment(page, witnessed.at, witnessed.at - DAY))}</span>
          <small title={witnessed.hash}>{w.hash(witnessed.hash.slice(0, FEW))}</small>
        </>
      ) : (
        <span>{w.unwitnessed}</span>
      )}
      {epoch > 1 && <small>{w.epoch(epoch)}</small>}
      {due > 0 && <span>{w.due(due)}</span>}
      {untaken && <strong>{w.untaken(untaken)}</strong>}
    </p>
  );
}

/** A witnessed entry is always told with its date. */
const DAY = 24 * 3_600_000;
