import { type LucideIcon, Sun, Users } from 'lucide-preact';
import type { ComponentType } from 'preact';
import type { Link } from '../../shared/screen/link.ts';
import type { TabName } from '../../shared/views/badges.ts';
import type { ManagerView } from '../../shared/views/manager.ts';

/** What every page of the panel is given. */
export interface TabProps {
  readonly link: Link;
  readonly view: ManagerView;
  /** What follows the page's name in the address: `#meetings/2026-10` gives `['2026-10']`. */
  readonly path: readonly string[];
}

export interface Tab {
  readonly name: TabName;
  readonly icon: LucideIcon;
  /** Fetched when it is first opened; its folder is its own. */
  readonly load: () => Promise<{ readonly Page: ComponentType<TabProps> }>;
}

/**
 * The panel's pages, in the order of `tabNames`. A page registers here with one line and exports
 * `Page`; it links into itself and others by `addressOf(name, …path)`.
 */
export const tabs: readonly Tab[] = [
  { name: 'today', icon: Sun, load: () => import('./today/today.tsx') },
  { name: 'meetings', icon: Users, load: () => import('./meetings/page.tsx') },
];
