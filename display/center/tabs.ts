import {
  CalendarCheck2,
  FileText,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Radio,
  SlidersHorizontal,
} from 'lucide-preact';
import type { NodeId } from '../../shared/city/ids.ts';
import type { ShellView } from '../../shared/city/views/shell.ts';
import type { Load } from '../manager/fetched.tsx';
import type { CityPage, CityTab } from './address.ts';
import type { CityLink } from './link.ts';

/** What every page of the center's screen is given. */
export interface CityProps {
  readonly link: CityLink;
  readonly shell: ShellView;
  /** What the reader has narrowed the tree to; null: all that is theirs. */
  readonly node: NodeId | null;
  /** What follows the page's name in the address. */
  readonly path: readonly string[];
}

export interface Tab {
  readonly name: CityTab;
  readonly icon: LucideIcon;
}

export const tabs: readonly Tab[] = [
  { name: 'live', icon: Radio },
  { name: 'ranks', icon: ListOrdered },
  { name: 'month', icon: CalendarCheck2 },
  { name: 'circulars', icon: FileText },
  { name: 'board', icon: ListChecks },
  { name: 'settings', icon: SlidersHorizontal },
];

/** Fetched when it is first opened; its folder is its own. */
export const pages: Partial<Record<CityPage, Load<CityProps>>> = {
  live: () => import('./live/page.tsx'),
  ranks: () => import('./ranks/page.tsx'),
  month: () => import('./month/page.tsx'),
  circulars: () => import('./circulars/page.tsx'),
  board: () => import('./board/page.tsx'),
  branch: () => import('./branch/page.tsx'),
  settings: () => import('./settings/page.tsx'),
};
