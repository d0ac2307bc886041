import { TriangleAlert } from 'lucide-preact';
import type { LiveAlarm, LiveRow, LiveView } from '../../../shared/city/views/live.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { LevelSign } from '../../../shared/screen/level.tsx';
import { LINE_AT } from '../../../shared/screen/lineLayout.ts';
import { useNow } from '../../../shared/screen/now.ts';
import { cityLive } from '../../../shared/words/cityLive.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { addressOf } from '../address.ts';
import { Asking } from '../asking.tsx';
import type { CityProps } from '../tabs.ts';
import './legend.css';
import './live.css';
import { alarmText } from './alarms.ts';
import { Row } from './row.tsx';

/** So many stand below one another; more than these stand in two columns. */
const ONE_COLUMN = 20;

/** 全市: every branch by its longest wait against its line, on one screen. */
export function Page({ link, shell, node }: CityProps) {
  const key = node ? ({ name: 'live', node } as const) : ({ name: 'live' } as const);
  const view = link.view(key).value;
  const now = useNow(link, 10_000);
  const w = words(cityLive);
  if (!view) return <Asking />;
  if (view.rows.length === 0) return <Empty says={w.none} means={w.noneMeans} />;
  const columns = view.rows.length > ONE_COLUMN ? 2 : 1;
  const half = Math.ceil(view.rows.length / columns);
  return (
    <div class="live" data-columns={columns}>
      <Sums view={view} />
      <Alarms rows={view.rows} />
      <h1 class="unseen">{w.listTitle}</h1>
      <div class="live-columns">
        {[view.rows.slice(0, half), view.rows.slice(half)].map(
          (rows, i) =>
            rows.length > 0 && (
              <section key={i} class="live-column" style={{ '--rows': half }}>
                <Head />
                <ol>
                  {rows.map((row) => (
                    <Row key={row.branch} {...{ row, now, timeZone: shell.timeZone }} />
                  ))}
                </ol>
              </section>
            ),
        )}
      </div>
      {view.more > 0 && <p class="live-more">{w.more(view.more)}</p>}
    </div>
  );
}

const SUMS = ['branches', 'open', 'waiting', 'over', 'silent', 'alarms'] as const;

function Sums({ view: { sums } }: { view: LiveView }) {
  const w = words(cityLive);
  return (
    <dl class="live-sums">
      {SUMS.map((name) => (
        <div key={name} data-none={sums[name] === 0 || undefined}>
          <dt>{w.sums[name]}</dt>
          <dd>{sums[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What does not go away by itself, branch by branch. */
function Alarms({ rows }: { rows: readonly LiveRow[] }) {
  const w = words(cityLive);
  const all = rows.flatMap((row) => row.alarms.map((alarm): [LiveRow, LiveAlarm] => [row, alarm]));
  if (all.length === 0) return null;
  return (
    <section class="live-alarms" aria-label={w.alarmsTitle}>
      <TriangleAlert aria-hidden="true" />
      <strong>{w.alarmsTitle}</strong>
      <ul>
        {all.map(([row, alarm]) => (
          <li key={`${row.branch} ${alarm.is}`}>
            <a href={addressOf('branch', row.branch)}>{pick(row.name)}</a> {alarmText(alarm)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the columns are, and which stretch of the line is which. */
function Head() {
  const w = words(cityLive);
  return (
    <div class="live-head" aria-hidden="true">
      <span>{w.head.branch}</span>
      <span class="live-head-line">
        <small>{words(lineWords).justCame}</small>
        {(['yellow', 'orange', 'red'] as const).map((reach) => (
          <small key={reach} style={{ left: `${LINE_AT[reach] * 100}%` }}>
            <LevelSign level={reach} bare /> {words(lineWords).lines[reach]}
          </small>
        ))}
      </span>
      <span>{w.head.longest}</span>
      <span>{w.head.waiting}</span>
      <span>{w.head.counters}</span>
    </div>
  );
}
