import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { tabs as tabWords } from '../../shared/words/tabs.ts';

/** How a page's own module is fetched, and what the page is given. */
export type Load<P> = () => Promise<{ readonly Page: ComponentType<P> }>;

const loaded = new Map<unknown, unknown>();

/** Begins to fetch a page that will be shown once the hub has spoken; `Fetched` says it if that fails. */
export const fetchAhead = <P extends object>(load: Load<P>) => void load().catch(() => undefined);

/** A page that is fetched when it is first opened, and kept; until then its place is empty. */
export function Fetched<P extends object>({ load, props }: { load: Load<P>; props: P }) {
  const [, show] = useState(0);
  const [failed, fail] = useState<Load<P> | null>(null);
  const Page = loaded.get(load) as ComponentType<P> | undefined;
  useEffect(() => {
    if (loaded.has(load)) return;
    load().then(
      (module) => {
        loaded.set(load, module.Page);
        show((n) => n + 1);
      },
      () => fail(() => load),
    );
  }, [load]);
  if (Page) return <Page {...props} />;
  return failed === load ? <Failed /> : null;
}

/** Files of an older build are gone once the hub has a newer one. */
function Failed() {
  const w = words(tabWords);
  return (
    <div class="tab-failed" role="alert">
      <p>{w.failed}</p>
      <Button kind="next" onPress={() => location.reload()}>
        {w.reload}
      </Button>
    </div>
  );
}
