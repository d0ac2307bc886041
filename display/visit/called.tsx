import { useEffect } from 'preact/hooks';
import { pick, words } from '../../shared/screen/language.ts';
import { useRoom } from '../../shared/screen/room.ts';
import type { VisitStage } from '../../shared/views/visit.ts';
import { visit } from '../../shared/words/visit.ts';
import { alarm } from './alarm.ts';

/** The call: jade from edge to edge, the counter as large as the screen allows. */
export function Called({ stage }: { stage: Extract<VisitStage, { is: 'called' }> }) {
  const w = words(visit);
  const counter = pick(stage.counter);
  const title = w.call(counter);
  useEffect(() => alarm(title), [stage.times]);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <section class="called" role="alert">
      <h2>{title}</h2>
      <Large name={counter} />
      {stage.times > 1 && <p>{w.again}</p>}
    </section>
  );
}

/** A letter of Latin script is about this wide, one of Chinese script 1. */
const NARROW = 0.62;
const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : NARROW), 0);

/** The number in a counter's name stands for the whole; a name without one is shown whole. */
function Large({ name }: { name: string }) {
  const [place, room] = useRoom<HTMLParagraphElement>();
  const digits = /\d+/.exec(name)?.[0] ?? name;
  const size = Math.min(room.width / Math.max(widthOf(digits), 0.9), room.height * 0.9);
  return (
    <p class="called-counter" ref={place} aria-hidden="true">
      <span style={{ fontSize: `${Math.floor(size)}px` }}>{digits}</span>
    </p>
  );
}
