import { useEffect } from 'preact/hooks';
import { lang } from '../language.ts';

/** Which of the guide's sentences is due. */
export type Due =
  | { readonly say: 'choose' | 'help' | 'rate' | 'thanks' }
  | { readonly say: 'taken'; readonly number: string; readonly ahead: number };

/** Fetched when a sentence is first due: most visits to a kiosk are silent. */
const voice = () => import('./say.ts');
const guides = () => import('./guides.ts');
const hush = () => void voice().then((loaded) => loaded.hush());

/**
 * Speaks a sentence each time another one is due, while it is on. A touch stops it. A sentence under
 * way outlives its page, for the number is worth hearing to its end.
 */
export function useGuidance(on: boolean, due: Due | null): void {
  const language = lang.value;
  useEffect(() => {
    if (!on || !due) return;
    void Promise.all([voice(), guides()]).then(([{ hush, say }, { sentenceFor }]) => {
      hush();
      return say(sentenceFor(due, language));
    });
  }, [on, language, JSON.stringify(due)]);
  useEffect(() => {
    if (!on) return;
    document.addEventListener('pointerdown', hush);
    return () => document.removeEventListener('pointerdown', hush);
  }, [on]);
}
