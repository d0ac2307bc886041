import type { SignsRow } from '../../../shared/city/board/signs.ts';
import type { MonthName } from '../../../shared/ids.ts';
import { SIGNS, type Sign } from '../../../shared/month/signs.ts';
import { printed } from '../../../shared/reports/cells.ts';
import { signValue } from '../../../shared/reports/signTables.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import { cityBoard } from '../../../shared/words/cityBoard.ts';
import { definitions } from '../../../shared/words/definitions.ts';
import { addressOf } from '../address.ts';
import { branchName } from '../names.ts';
import type { BoardProps } from './props.ts';

interface SignsProps extends BoardProps {
  readonly signs: readonly SignsRow[];
  readonly month: MonthName;
}

/** 异常迹象 by branch, as figures; what is over its line is marked by a shape and a word, too. */
export function Signs({ signs, month, ...props }: SignsProps) {
  const w = words(cityBoard).signs;
  const { names } = words(definitions);
  return (
    <section>
      <h2>{w.title}</h2>
      <p class="board-note">{w.means}</p>
      {signs.length === 0 ? (
        <Empty says={w.none} />
      ) : (
        <>
          <section class="ranks-scroll" aria-label={w.title} {...{ tabIndex: 0 }}>
            <table class="ranks-table board-table board-signs">
              <thead>
                <tr>
                  <th scope="col">{words(cityBoard).branch}</th>
                  {SIGNS.map((sign) => (
                    <th key={sign} scope="col" class="is-number">
                      {names[sign]}
                      <small>{lineOf(signs, sign)}</small>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {signs.map((row) => (
                  <tr key={row.branch}>
                    <th scope="row">
                      <a href={addressOf('branch', row.branch, month)}>
                        {branchName(props, row.branch)}
                      </a>
                      <small>{w.marked(row.marked)}</small>
                    </th>
                    {row.signs.map((one) => (
                      <Cell key={one.sign} one={one} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <Meanings signs={signs} />
        </>
      )}
    </section>
  );
}

function Cell({ one: { sign, value, marked } }: { one: Sign }) {
  return (
    <td class="is-number" data-marked={marked || undefined}>
      {marked && <span aria-hidden="true">▲ </span>}
      {printed(signValue(sign, value))}
      {marked && <span class="unseen">{words(cityBoard).signs.over}</span>}
    </td>
  );
}

/** One line for all, where all branches go by the same one. */
function lineOf(rows: readonly SignsRow[], sign: Sign['sign']): string {
  const lines = rows.map((row) => row.signs.find((one) => one.sign === sign)?.line);
  const [first] = lines;
  const isOne = first !== undefined && lines.every((line) => line === first);
  return isOne ? words(cityBoard).signs.line(printed(signValue(sign, first))) : '';
}

/** What each sign is, by each version of the rules that drew a line here. */
function Meanings({ signs }: Pick<SignsProps, 'signs'>) {
  const w = words(cityBoard).signs;
  const { signs: meanings } = words(definitions);
  const versions = [...new Map(signs.map((row) => [row.version, row.lines]))];
  return (
    <details class="board-meanings">
      <summary>{w.definitions}</summary>
      {versions.map(([version, lines]) => (
        <section key={version}>
          {versions.length > 1 && <h3>{w.version(version)}</h3>}
          <ul>
            {SIGNS.map((sign) => {
              const text = meanings[sign];
              return <li key={sign}>{typeof text === 'string' ? text : text(lines)}</li>;
            })}
          </ul>
        </section>
      ))}
    </details>
  );
}
