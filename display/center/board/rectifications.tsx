import type { FollowedRow } from '../../../shared/city/views/board.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { lang, words } from '../../../shared/screen/language.ts';
import { checklist } from '../../../shared/words/checklist.ts';
import { cityBoard } from '../../../shared/words/cityBoard.ts';
import { rectifications as rectificationWords } from '../../../shared/words/rectifications.ts';
import { figureText, lineText, titleOf, trackName } from '../../manager/rectification/figure.ts';
import { addressOf } from '../address.ts';
import { Asked } from '../asking.tsx';
import { branchName } from '../names.ts';
import { type BoardProps, useBoard } from './props.ts';

/** 整改: every branch's, the worst first. */
export function RectificationsPart(props: BoardProps) {
  const said = useBoard(props);
  return (
    <Asked said={said}>
      {({ rectifications }) =>
        rectifications.length === 0 ? (
          <Empty says={words(cityBoard).none.rectifications} isGood />
        ) : (
          <ul class="city-rows city-part">
            {rectifications.map((one) => (
              <li key={`${one.branch} ${one.id}`}>
                <Row one={one} name={branchName(props, one.branch)} />
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  );
}

function Row({ one, name }: { one: FollowedRow; name: string }) {
  const w = words(cityBoard);
  const item = itemOf(one);
  return (
    <p>
      <a href={addressOf('branch', one.branch)}>{name}</a>
      <strong>{item ?? titleOf(one, lang.value)}</strong>
      {item && one.source.what && <span>{one.source.what}</span>}
      <span>{words(rectificationWords).from[one.source.from]}</span>
      {one.figure !== null && (
        <span>{`${trackName(one.track)} ${figureText(one.track, one.figure)}`}</span>
      )}
      {one.line !== null && <small>{lineText(one.track, one.line)}</small>}
      <span>{w.stands[one.stands]}</span>
      <small>{one.overdue > 0 ? w.overdue(one.overdue) : w.due(one.due)}</small>
      <small>{w.age(one.age)}</small>
      {one.times > 1 && <small>{w.times(one.times)}</small>}
      {one.rolled > 0 && <small>{w.rolled(one.rolled)}</small>}
    </p>
  );
}

/** Of an inspection: what points were taken off for. */
function itemOf({ source }: FollowedRow): string | undefined {
  const items: Readonly<Record<string, string>> = words(checklist).items;
  return source.from === 'inspection' ? items[source.about] : undefined;
}
