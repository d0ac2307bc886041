import { useEffect, useState } from 'preact/hooks';
import { pick } from '../../shared/screen/language.ts';
import type { Text } from '../../shared/settings.ts';

/** Each notice stays so long, milliseconds: time to read it twice. */
const STAYS = 12_000;

/** The branch's pledge and its notices in turn; the longest of them keeps the place. */
export function Foot({ pledge, notices }: { pledge: Text; notices: readonly Text[] }) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (notices.length === 0) return;
    const timer = setInterval(() => setTurn((n) => n + 1), STAYS);
    return () => clearInterval(timer);
  }, [notices.length]);
  const texts = [pledge, ...notices];
  const shown = turn % texts.length;
  return (
    <footer class="foot">
      {texts.map((text, i) => (
        <p key={i} class={i === 0 ? '' : 'foot-notice'} data-shown={i === shown || undefined}>
          {pick(text)}
        </p>
      ))}
    </footer>
  );
}
