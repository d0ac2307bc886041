import { Fetched, type Load } from '../fetched.tsx';
import type { TabProps } from '../tabs.ts';
import { Glance } from './glance.tsx';

/** What lies one touch deeper, by its word in the address: `#today/ticket/2026-11-24/A012`. */
const deeper: Readonly<Record<string, Load<TabProps>>> = {
  ticket: () => import('./past/ticket.tsx'),
  counter: () => import('./past/counter.tsx'),
  day: () => import('./past/day.tsx'),
  weeks: () => import('./past/weeks.tsx'),
  machines: () => import('./past/machines.tsx'),
};

/** 今日: everything at one look, and what it comes from one touch deeper. */
export function Page({ path, ...props }: TabProps) {
  const [what = '', ...rest] = path;
  const load = Object.hasOwn(deeper, what) ? deeper[what] : undefined;
  return load ? (
    <Fetched load={load} props={{ ...props, path: rest }} />
  ) : (
    <Glance {...props} path={path} />
  );
}
