import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { usePress } from '../../shared/screen/press.ts';
import type { FloorView } from '../../shared/views/floor.ts';
import { floor as floorWords } from '../../shared/words/floor.ts';

/** The answer is taken only after the question could be read, milliseconds. */
const READS = 1500;

interface CloseDayProps {
  readonly link: Link;
  readonly inside: FloorView['inside'];
  readonly onClose: () => void;
}

/** 日终: says what it ends, and waits for a second, deliberate touch. */
export function CloseDay({ link, inside, onClose }: CloseDayProps) {
  const w = words(floorWords).closing;
  const press = usePress(link);
  const [read, setRead] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRead(true), READS);
    return () => clearTimeout(timer);
  }, []);
  const confirm = async () => {
    const reply = await press.send({ type: 'day.close', by: 'manager' });
    if (reply?.ok) onClose();
  };
  const { waiting, atCounters } = inside;
  return (
    <section class="closing" aria-label={w.title}>
      <div>
        <h2>{w.title}</h2>
        {waiting > 0 && <p>{w.waiting(waiting)}</p>}
        {atCounters > 0 && <p>{w.serving(atCounters)}</p>}
        {waiting + atCounters === 0 && <p>{w.nobody}</p>}
        <p>{w.final}</p>
        <Refusal says={press.refusal} />
      </div>
      <div class="closing-answers">
        <Button kind="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
        <Button {...{ busy: press.busy, disabled: !read }} onPress={() => void confirm()}>
          {w.confirm}
        </Button>
      </div>
    </section>
  );
}
