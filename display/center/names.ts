import { pick } from '../../shared/screen/language.ts';
import type { CityProps } from './tabs.ts';

/** A branch as its unit is called, in the reader's language; where it has none, as it was enrolled. */
export function branchName({ shell }: Pick<CityProps, 'shell'>, id: string): string {
  const branch = shell.branches.find((one) => one.id === id);
  const unit = shell.nodes.find((node) => node.id === branch?.node && node.level === 'outlet');
  return unit ? pick(unit.name) : (branch?.name ?? id);
}
