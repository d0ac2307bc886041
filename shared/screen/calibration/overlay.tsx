import { useEffect, useState } from 'preact/hooks';
import { calibration as catalogue } from '../../words/calibration.ts';
import { Button } from '../button.tsx';
import { words } from '../language.ts';
import { calibrate, calibration, panel } from './calibration.ts';
import { CardFrame } from './cardFrame.tsx';
import { Choices } from './choices.tsx';
import { DIAGONALS, diagonalOf, fromDiagonal } from './millimetres.ts';
import './calibration.css';

export interface OverlayProps {
  readonly close: () => void;
}

/** Distances offered, metres. */
const DISTANCES = [0.6, 3, 5, 8, 12, 20];
/** Left alone, it goes away by itself and nothing has changed, milliseconds. */
const PATIENCE = 120_000;

/** How large this panel is, by its diagonal or by a bank card, and from how far it is read. */
export function Overlay({ close }: OverlayProps) {
  const w = words(catalogue);
  const [pxPerMm, measure] = useState(calibration.value.pxPerMm);
  const [distance, stand] = useState(calibration.value.distance);
  const size = panel();
  useAlone(close);
  const inches = Math.round(diagonalOf(size, pxPerMm) * 10) / 10;
  const save = () => calibrate({ pxPerMm, distance }) && close();
  return (
    <div class="calibration" role="dialog" aria-modal="true" aria-labelledby="calibration-title">
      <h1 id="calibration-title">{w.title}</h1>
      <p>{w.why(size.width, size.height)}</p>
      <Choices
        {...{ name: w.diagonal, of: DIAGONALS, chosen: inches, unit: w.inch }}
        {...{ least: 4, most: 120, pick: (n) => measure(fromDiagonal(size, n)) }}
      />
      <CardFrame pxPerMm={pxPerMm} measure={measure} />
      <Choices
        {...{ name: w.distance, of: DISTANCES, chosen: distance / 1000, unit: w.metre }}
        {...{ least: 0.2, most: 60, pick: (n) => stand(Math.round(n * 1000)) }}
      />
      <div class="calibration-ends">
        <Button kind="next" onPress={save}>
          {w.save}
        </Button>
        <Button onPress={close}>{w.leave}</Button>
      </div>
    </div>
  );
}

function useAlone(close: () => void): void {
  useEffect(() => {
    let timer = setTimeout(close, PATIENCE);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(close, PATIENCE);
    };
    const touches = ['pointerdown', 'keydown'];
    for (const name of touches) document.addEventListener(name, again);
    return () => {
      clearTimeout(timer);
      for (const name of touches) document.removeEventListener(name, again);
    };
  }, []);
}
