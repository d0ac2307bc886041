import { useEffect } from 'preact/hooks';
import type { Sentence } from './compose.ts';

/** Fetched when a sentence is first due: most visits to a kiosk are silent. */
const voice = () => import('./say.ts');
const hush = () => void voice().then((loaded) => loaded.hush());

/**
 * Speaks a sentence each time another one is due, while it is on: `useGuidance(elder,
 * guide.choose(lang.value))`. A touch stops it. A sentence under way outlives its page, for the
 * number is worth hearing to its end.
 */
export function useGuidance(on: boolean, sentence: Sentence | null): void {
  const due = on ? sentence : null;
  useEffect(() => {
    if (!due) return;
    void voice().then(({ hush, say }) => {
      hush();
      return say(due);
    });
  }, [due?.text]);
  useEffect(() => {
    if (!on) return;
    document.addEventListener('pointerdown', hush);
    return () => document.removeEventListener('pointerdown', hush);
  }, [on]);
}
