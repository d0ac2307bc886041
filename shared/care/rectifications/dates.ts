import type { BusinessDate } from '../../ids.ts';

export function daysLater(date: BusinessDate, days: number): BusinessDate {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10) as BusinessDate;
}

/** `2026-11`. */
export const monthOf = (date: BusinessDate) => date.slice(0, 7);
