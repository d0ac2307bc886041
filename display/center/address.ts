import { place } from '../manager/address.ts';

export { place } from '../manager/address.ts';

export const cityTabs = ['live', 'ranks', 'month', 'circulars', 'board', 'settings'] as const;
export type CityTab = (typeof cityTabs)[number];
/** A branch's page stands behind a row of another one. */
export type CityPage = CityTab | 'branch';

export const addressOf = (page: CityPage, ...path: readonly string[]) =>
  `#${[page, ...path].map(encodeURIComponent).join('/')}`;

export function goTo(page: CityPage, ...path: readonly string[]): void {
  location.hash = addressOf(page, ...path);
}

/** What follows the page's name in the address. */
export const pathNow = () => place.value.slice(1);
