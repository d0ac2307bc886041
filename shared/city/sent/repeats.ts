/** 频繁出现的问题升级为警示: after so many about one problem within so many days. Ours, as in a branch. */
export const REPEATS = { times: 2, days: 30 } as const;
