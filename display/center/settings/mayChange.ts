import type { CityProps } from '../tabs.ts';

/** An administrator; everybody else sees the same without a button. */
export const mayChange = ({ shell }: Pick<CityProps, 'shell'>) =>
  shell.you.role === 'administrator';
