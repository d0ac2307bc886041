import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { calibrateInAddress, forgetCalibrate } from '../address.ts';
import type { OverlayProps } from './overlay.tsx';
import './calibration.ts';

/** Staff hold the mark at the top this long, milliseconds: no customer does by chance. */
const HELD = 4000;

/**
 * Opens the measuring of this screen: from the address `?calibrate`, with Ctrl + Alt + M, or by
 * holding the product's mark. What it shows is loaded only then.
 */
export function CalibrationGate() {
  const [wanted, want] = useState(calibrateInAddress());
  const [Overlay, load] = useState<FunctionComponent<OverlayProps> | null>(null);
  useEffect(() => listen(() => want(true)), []);
  useEffect(() => {
    if (wanted && !Overlay) void import('./overlay.tsx').then((it) => load(() => it.Overlay));
  }, [wanted]);
  const close = () => {
    forgetCalibrate();
    want(false);
  };
  return wanted && Overlay ? <Overlay close={close} /> : null;
}

function listen(open: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const key = (e: KeyboardEvent) => e.ctrlKey && e.altKey && e.code === 'KeyM' && open();
  const down = (e: Event) => {
    clearTimeout(timer);
    if (e.target instanceof Element && e.target.closest('.mark')) timer = setTimeout(open, HELD);
  };
  const up = () => clearTimeout(timer);
  document.addEventListener('keydown', key);
  document.addEventListener('pointerdown', down);
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, up);
  return () => {
    up();
    document.removeEventListener('keydown', key);
    document.removeEventListener('pointerdown', down);
    for (const end of ['pointerup', 'pointercancel']) document.removeEventListener(end, up);
  };
}
