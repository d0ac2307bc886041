import type { FollowedMonth } from '../../../shared/city/views/followed.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import { dateLine } from '../../../shared/screen/time.ts';
import { cityBoard } from '../../../shared/words/cityBoard.ts';
import { addressOf } from '../address.ts';
import { Asked } from '../asking.tsx';
import { branchName } from '../names.ts';
import { useCity } from '../question.ts';
import { MonthBar, monthIn } from '../ranks/monthBar.tsx';
import '../ranks/ranks.css';
import { type BoardProps, useMinute } from './props.ts';
import { Signs } from './signs.tsx';

/** 月度跟踪: `#board/followed/2026-10`, how a month rolled, good practice, and signs to look into. */
export function FollowedPart(props: BoardProps) {
  const found = monthIn(props.path, props);
  const asked = found && ({ type: 'followed', month: found.month, node: props.unit } as const);
  const said = useCity(props.link, asked, useMinute(props));
  if (!found) return null;
  return (
    <div class="board-followed">
      <MonthBar page="board" before={['followed']} period={found.period} />
      <Asked said={said}>
        {({ rolls, signs, practices }) => (
          <>
            <Rolls {...props} rolls={rolls} />
            <Signs {...props} signs={signs} month={found.month} />
            <Practices {...props} practices={practices} />
          </>
        )}
      </Asked>
    </div>
  );
}

const COLUMNS = ['carried', 'opened', 'closed', 'goesOn', 'rolledTwice'] as const;

/** 滚动跟踪: what came over from the month before, and what goes on into the next one. */
function Rolls({ rolls, ...props }: BoardProps & Pick<FollowedMonth, 'rolls'>) {
  const w = words(cityBoard).roll;
  return (
    <section>
      <h2>{w.title}</h2>
      <p class="board-note">{w.means}</p>
      {rolls.length === 0 ? (
        <Empty says={w.none} isGood />
      ) : (
        <section class="ranks-scroll" aria-label={w.title} {...{ tabIndex: 0 }}>
          <table class="ranks-table board-table">
            <thead>
              <tr>
                <th scope="col">{w.head.branch}</th>
                {COLUMNS.map((name) => (
                  <th key={name} scope="col" class="is-number">
                    {w.head[name]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rolls.map((row) => (
                <tr key={row.branch}>
                  <th scope="row">
                    <a href={addressOf('branch', row.branch)}>{branchName(props, row.branch)}</a>
                  </th>
                  {COLUMNS.map((name) => (
                    <td key={name} class="is-number" data-none={row[name] === 0 || undefined}>
                      {row[name]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Practices({ practices, ...props }: BoardProps & Pick<FollowedMonth, 'practices'>) {
  const w = words(cityBoard);
  const place = { timeZone: props.shell.timeZone, offset: 0 };
  return (
    <section>
      <h2>{w.practices}</h2>
      {practices.length === 0 && <Empty says={w.noPractices} />}
      <ul class="board-practices">
        {practices.map(({ branch, practice }) => (
          <li key={`${branch} ${practice.id}`}>
            <strong>{practice.title}</strong>
            <p>{practice.text}</p>
            <small>
              <a href={addressOf('branch', branch)}>{branchName(props, branch)}</a>{' '}
              {dateLine(place, practice.at)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
