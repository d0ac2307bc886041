import { words } from '../../shared/screen/language.ts';
import type { Badges, TabName } from '../../shared/views/badges.ts';
import { tabs as tabWords } from '../../shared/words/tabs.ts';
import { addressOf } from './address.ts';
import './tabBar.css';
import { tabs } from './tabs.ts';

const isShort = (name: string): name is 'inspections' | 'rectification' =>
  name === 'inspections' || name === 'rectification';

/** The panel's pages as a row of links: at the top, or under the thumb on a phone. */
export function TabBar({ open, badges }: { open: TabName; badges: Badges }) {
  const w = words(tabWords);
  return (
    <nav class="tabs" aria-label={w.pages}>
      {tabs.map(({ name, icon: Icon }) => {
        const count = badges[name] ?? 0;
        return (
          <a key={name} href={addressOf(name)} aria-current={name === open ? 'page' : undefined}>
            <Icon aria-hidden="true" />
            <span class={isShort(name) ? 'tab-long' : ''}>{w[name]}</span>
            {isShort(name) && <span class="tab-short">{w.short[name]}</span>}
            {count > 0 && (
              <b>
                <span aria-hidden="true">{count}</span>
                <span class="unseen">{w.waiting(count)}</span>
              </b>
            )}
          </a>
        );
      })}
    </nav>
  );
}
