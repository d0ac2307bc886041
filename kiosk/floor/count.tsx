import { Minus, Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { usePress } from '../../shared/screen/press.ts';
import { clockTime } from '../../shared/screen/time.ts';
import type { FloorView } from '../../shared/views/floor.ts';
import { floor as floorWords } from '../../shared/words/floor.ts';
import './count.css';

interface CountProps {
  readonly link: Link;
  readonly view: FloorView;
  readonly now: number;
}

const MOST = 999;

/** 清点: how many wait without a number, each full hour; it begins at the last count. */
export function Count({ link, view, now }: CountProps) {
  const w = words(floorWords).count;
  const press = usePress(link);
  const { last, due } = view.count;
  const [without, set] = useState<number | null>(null);
  const shown = without ?? last?.without ?? 0;
  const step = (by: number) => set(Math.min(MOST, Math.max(0, shown + by)));
  const save = async () => {
    const reply = await press.send({ type: 'people.count', without: shown });
    if (reply?.ok) set(null);
  };
  const late = due !== null && now >= due;
  return (
    <section class="count" aria-label={w.title} data-due={late || undefined}>
      <h2>{w.title}</h2>
      <p role="status">
        {late && <strong>{w.now}</strong>}
        {!late && due !== null && w.next(clockTime(view.branch, due))}
        {last && <small>{w.last(clockTime(view.branch, last.at), last.without)}</small>}
      </p>
      <div class="count-step">
        <Button
          {...{ icon: <Minus />, label: w.fewer, disabled: shown === 0 }}
          onPress={() => step(-1)}
        />
        <output>{shown}</output>
        <Button {...{ icon: <Plus />, label: w.more }} onPress={() => step(1)} />
        <Button
          {...{ kind: late ? 'next' : 'plain', busy: press.busy, disabled: !view.branch.dayOpen }}
          onPress={() => void save()}
        >
          {w.save}
        </Button>
      </div>
      <Refusal says={press.refusal} />
    </section>
  );
}
