import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { tabs as tabWords } from '../../shared/words/tabs.ts';
import type { TabProps } from './tabs.ts';

type Page = ComponentType<TabProps>;
/** How a page's own module is fetched. */
export type Load = () => Promise<{ readonly Page: Page }>;

const loaded = new Map<Load, Page>();

/** A page that is fetched when it is first opened, and kept; until then its place is empty. */
export function Fetched({ load, ...props }: TabProps & { load: Load }) {
  const [, show] = useState(0);
  const [failed, fail] = useState<Load | null>(null);
  const Page = loaded.get(load);
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
