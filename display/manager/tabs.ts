import {
  ClipboardCheck,
  FileChartColumn,
  ListChecks,
  type LucideIcon,
  MessageSquareWarning,
  SlidersHorizontal,
  Sun,
  Users,
} from 'lucide-preact';
import type { Link } from '../../shared/screen/link.ts';
import type { TabName } from '../../shared/views/badges.ts';
import type { ManagerView } from '../../shared/views/manager.ts';
import type { Load } from './fetched.tsx';

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
  readonly load: Load<TabProps>;
}

/**
 * The panel's pages, in the order of `tabNames`. A page registers here with one line and exports
 * `Page`; it links into itself and others by `addressOf(name, …path)`.
 */
export const tabs: readonly Tab[] = [
  { name: 'today', icon: Sun, load: () => import('./today/today.tsx') },
  { name: 'meetings', icon: Users, load: () => import('./meetings/page.tsx') },
  { name: 'inspections', icon: ClipboardCheck, load: () => import('./inspections/page.tsx') },
  { name: 'complaints', icon: MessageSquareWarning, load: () => import('./complaints/page.tsx') },
  {
    name: 'rectification',
    icon: ListChecks,
    load: () => import('./rectification/rectification.tsx'),
  },
  { name: 'reports', icon: FileChartColumn, load: () => import('./reports/reports.tsx') },
  { name: 'settings', icon: SlidersHorizontal, load: () => import('./settings/settings.tsx') },
];

/** An address of a page that is not there shows the first one. */
export const tabNamed = (name: string | undefined) =>
  tabs.find((tab) => tab.name === name) ?? tabs[0];
