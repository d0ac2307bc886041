/** The six items of the sheet, in its order; the first three are 客户体验, the others 服务管理. */
export const ITEMS = [
  'premiumWait',
  'ordinaryWait',
  'satisfaction',
  'environment',
  'standards',
  'duty',
] as const;
export type Item = (typeof ITEMS)[number];

export type Dimension = 'experience' | 'management';
export const dimensionOf = (item: Item): Dimension =>
  item === 'premiumWait' || item === 'ordinaryWait' || item === 'satisfaction'
    ? 'experience'
    : 'management';

/** 四项排名指标, in their order. */
export const RANKED = [
  'averageWait',
  'satisfaction',
  'premiumSatisfaction',
  'invitationRate',
] as const;
