import { Minus, Plus } from 'lucide-preact';
import { calibration as catalogue } from '../../words/calibration.ts';
import { Button } from '../button.tsx';
import { words } from '../language.ts';
import { CARD_HEIGHT, CARD_WIDTH, fromCard } from './millimetres.ts';

interface CardFrameProps {
  readonly pxPerMm: number;
  readonly measure: (pxPerMm: number) => void;
}

/** A frame to hold a bank card against, made larger or smaller until it is filled exactly. */
export function CardFrame({ pxPerMm, measure }: CardFrameProps) {
  const w = words(catalogue);
  const width = Math.round(pxPerMm * CARD_WIDTH);
  const by = (px: number) => () => measure(fromCard(width + px));
  return (
    <section class="calibration-card" aria-label={w.card}>
      <p>{w.cardHow}</p>
      <div
        class="calibration-frame"
        style={{ width: `${pxPerMm * CARD_WIDTH}px`, height: `${pxPerMm * CARD_HEIGHT}px` }}
      />
      <div class="calibration-adjust">
        <Button label={w.smaller} icon={<Minus />} onPress={by(-1)} />
        <input
          {...{ type: 'range', min: 44, max: 1000, step: 1, value: width }}
          aria-label={w.card}
          onInput={(e) => measure(fromCard(Number(e.currentTarget.value)))}
        />
        <Button label={w.larger} icon={<Plus />} onPress={by(1)} />
      </div>
      <p class="calibration-result">{w.result(pxPerMm)}</p>
    </section>
  );
}
