import type { Item } from './item.ts';
import type { ItemRefusal } from './refusals.ts';

/**
 * An item from the center, entered whole and under its signature. What it led to stands behind it in
 * the same entry; where it is `refused` it led to nothing, and the ones after it are taken all the same.
 */
export type DownFact = {
  readonly type: 'center.delivered';
  readonly at: number;
  readonly item: Item;
  readonly refused?: ItemRefusal;
};
