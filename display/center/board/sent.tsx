import { useState } from 'preact/hooks';
import { Button } from '../../../shared/screen/button.tsx';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import { citySent } from '../../../shared/words/citySent.ts';
import { Asked } from '../asking.tsx';
import { useCity } from '../question.ts';
import { NoticeForm } from './noticeForm.tsx';
import { type BoardProps, useMinute } from './props.ts';
import { SendingItem } from './sending.tsx';

/** 下发: all that went down, the newest first, and what came of it; and a new notice. */
export function SentPart(props: BoardProps) {
  const w = words(citySent);
  const said = useCity(props.link, { type: 'sent', node: props.unit }, useMinute(props));
  const [is, show] = useState<'list' | 'form' | 'gone'>('list');
  return (
    <div class="city-part">
      {props.may && is !== 'form' && (
        <div class="board-acts">
          <Button kind="next" onPress={() => show('form')}>
            {w.post}
          </Button>
          {is === 'gone' && <p role="status">{w.gone}</p>}
        </div>
      )}
      {is === 'form' && (
        <NoticeForm {...props} done={() => show('gone')} close={() => show('list')} />
      )}
      <Asked said={said}>
        {({ sendings, people }) =>
          sendings.length === 0 ? (
            <Empty says={w.none} means={w.noneMeans} />
          ) : (
            <ul class="board-sent">
              {sendings.map((one) => (
                <SendingItem key={one.sending.id} {...props} {...{ one, people }} />
              ))}
            </ul>
          )
        }
      </Asked>
    </div>
  );
}
