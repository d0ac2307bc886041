import { useLayoutEffect, useState } from 'preact/hooks';
import { calibration } from '../../shared/screen/calibration/calibration.ts';

/** A panel lower than this is all within the reach of somebody sitting, millimetres: ours. */
const WITHIN_REACH = 250;

/** How the kiosk meets this customer: usual until it is home again. */
export interface Manner {
  readonly elder: boolean;
  readonly low: boolean;
  readonly turnElder: () => void;
  /** null where there is nothing to bring nearer. */
  readonly turnLow: (() => void) | null;
  readonly usual: () => void;
}

export function useManner(): Manner {
  const [elder, setElder] = useState(false);
  const [low, setLow] = useState(false);
  useLayoutEffect(() => {
    document.documentElement.classList.toggle('elder', elder);
  }, [elder]);
  const isTall = window.innerHeight / calibration.value.pxPerMm > WITHIN_REACH;
  return {
    elder,
    low,
    turnElder: () => setElder(!elder),
    turnLow: isTall ? () => setLow(!low) : null,
    usual() {
      setElder(false);
      setLow(false);
    },
  };
}
