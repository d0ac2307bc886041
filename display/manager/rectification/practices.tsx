import { useState } from 'preact/hooks';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { type Press, usePress } from '../../../shared/screen/press.ts';
import { Sure } from '../../../shared/screen/sure.tsx';
import { dateLine } from '../../../shared/screen/time.ts';
import type { RectificationsView } from '../../../shared/views/rectifications.ts';
import { rectifications as boardWords } from '../../../shared/words/rectifications.ts';

/** 先进做法: what works well, for all staff to read. */
export function Practices({ link, view }: { link: Link; view: RectificationsView }) {
  const w = words(boardWords);
  const press = usePress(link);
  const [writing, write] = useState(false);
  return (
    <section class="practices" aria-label={w.practices}>
      <h2>{w.practices}</h2>
      {view.practices.length === 0 && <p class="board-none">{w.noPractices}</p>}
      <ul>
        {view.practices.map(({ id, title, text, at, by }) => (
          <li key={id}>
            <strong>{title}</strong>
            <p>{text}</p>
            <small>{[dateLine(view.branch, at), by].filter(Boolean).join(' · ')}</small>
            <Sure
              {...{ busy: press.busy, question: w.sure }}
              onSure={() => void press.send({ type: 'practice.withdraw', practice: id })}
            >
              {w.withdraw}
            </Sure>
          </li>
        ))}
      </ul>
      <Refusal says={press.refusal} />
      {writing ? (
        <Write press={press} onClose={() => write(false)} />
      ) : (
        <Button class="board-new" onPress={() => write(true)}>
          {w.add}
        </Button>
      )}
    </section>
  );
}

function Write({ press, onClose }: { press: Press; onClose: () => void }) {
  const w = words(boardWords);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const send = async () => {
    const said = { title: title.trim(), text: text.trim() };
    const reply = await press.send({ type: 'practice.post', ...said });
    if (reply?.ok) onClose();
  };
  return (
    <div class="put-right-form">
      <label class="field board-wide">
        <small>{w.practiceTitle}</small>
        <input
          {...{ type: 'text', value: title, maxLength: 60 }}
          onInput={(e) => setTitle(e.currentTarget.value)}
        />
      </label>
      <label class="field board-wide">
        <small>{w.practiceText}</small>
        <textarea
          {...{ value: text, maxLength: 300, rows: 4 }}
          // One line is kept: a line's end is a space.
          onInput={(e) => setText(e.currentTarget.value.replaceAll('\n', ' '))}
        />
      </label>
      <div class="put-right-steps">
        <Button
          {...{ kind: 'next', busy: press.busy, disabled: !title.trim() || !text.trim() }}
          onPress={() => void send()}
        >
          {w.post}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}
