import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { tabs as tabWords } from '../../shared/words/tabs.ts';
import type { Tab, TabProps } from './tabs.ts';

type Page = ComponentType<TabProps>;
const loaded = new Map<Tab, Page>();

/** Fetches a page when it is first opened, and keeps it; until then its place is empty. */
export function TabPage({ tab, ...props }: TabProps & { tab: Tab }) {
  const [, show] = useState(0);
  const [failed, fail] = useState<Tab | null>(null);
  const Page = loaded.get(tab);
  useEffect(() => {
    if (loaded.has(tab)) return;
    tab.load().then(
      (module) => {
        loaded.set(tab, module.Page);
        show((n) => n + 1);
      },
      () => fail(tab),
    );
  }, [tab]);
  if (Page) return <Page {...props} />;
  return failed === tab ? <Failed /> : null;
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
