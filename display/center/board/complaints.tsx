import { useState } from 'preact/hooks';
import type { OrderRow } from '../../../shared/city/views/board.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import { LevelSign } from '../../../shared/screen/level.tsx';
import { cityBoard } from '../../../shared/words/cityBoard.ts';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { addressOf } from '../address.ts';
import { Asked } from '../asking.tsx';
import { branchName } from '../names.ts';
import { OrderForm } from './orderForm.tsx';
import { type BoardProps, useBoard } from './props.ts';

/** 投诉工单: of all branches, the nearest limit first; and one assigned from here. */
export function ComplaintsPart(props: BoardProps) {
  const w = words(cityBoard);
  const said = useBoard(props);
  const [is, show] = useState<'list' | 'form' | 'assigned'>('list');
  return (
    <div class="city-part">
      {props.may && is !== 'form' && (
        <div class="board-acts">
          <Button kind="next" onPress={() => show('form')}>
            {w.assign}
          </Button>
          {is === 'assigned' && <p role="status">{w.assigned}</p>}
        </div>
      )}
      {is === 'form' && (
        <OrderForm {...props} done={() => show('assigned')} close={() => show('list')} />
      )}
      <Asked said={said}>
        {({ complaints }) =>
          complaints.length === 0 ? (
            <Empty says={w.none.complaints} isGood />
          ) : (
            <ul class="city-rows">
              {complaints.map((one) => (
                <li key={`${one.branch} ${one.id}`}>
                  <Row one={one} name={branchName(props, one.branch)} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </div>
  );
}

function Row({ one, name }: { one: OrderRow; name: string }) {
  const w = words(cityBoard);
  const c = words(complaintWords);
  return (
    <p>
      <a href={addressOf('branch', one.branch)}>{name}</a>
      {one.level && <LevelSign level={one.level} bare />}
      <strong>{c.causes[one.cause]}</strong>
      <span>{c.channels[one.channel]}</span>
      {one.isSent && <span>{w.fromAbove}</span>}
      <span>{one.left === null ? (one.late ? w.late : w.over) : w.left(one.left)}</span>
      <small>{w.due(one.due)}</small>
    </p>
  );
}
