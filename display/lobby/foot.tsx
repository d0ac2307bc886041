import { useEffect, useState } from 'preact/hooks';
import { pick } from '../../shared/screen/language.ts';
import type { Text } from '../../shared/settings.ts';

/** Each notice stays so long, milliseconds: time to read it twice. */
const STAYS = 12_000;

export function Foot({ pledge, notices }: { pledge: Text; notices: readonly Text[] }) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (notices.length < 2) return;
    const timer = setInterval(() => setTurn((n) => n + 1), STAYS);
    return () => clearInterval(timer);
  }, [notices.length]);
  const notice = notices[turn % Math.max(1, notices.length)];
  return (
    <footer class="foot">
      <p>{pick(pledge)}</p>
      {notice && (
        <p class="foot-notice" key={turn}>
          {pick(notice)}
        </p>
      )}
    </footer>
  );
}
