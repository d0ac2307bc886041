import { localTime } from '../../../shared/calendar.ts';
import type { NodeId } from '../../../shared/city/ids.ts';
import type { BusinessDate } from '../../../shared/ids.ts';
import { useNow } from '../../../shared/screen/now.ts';
import { useCity } from '../question.ts';
import type { CityProps } from '../tabs.ts';

/** What every part of the board is given. */
export interface BoardProps extends CityProps {
  /** Whose branches are looked at. */
  readonly unit: NodeId;
  /** Whoever sends down and plans; everybody else reads. */
  readonly may: boolean;
}

/** How often what moves in the branches is asked for anew, ms. */
const ANEW = 60_000;

export function useMinute({ link, shell }: Pick<CityProps, 'link' | 'shell'>): string {
  return `${shell.decided} ${Math.floor(useNow(link, ANEW) / ANEW)}`;
}

/** @param quarter the present one, if left out */
export function useBoard(props: BoardProps, quarter?: string) {
  const asked = { type: 'board', node: props.unit, ...(quarter && { quarter }) } as const;
  return useCity(props.link, asked, useMinute(props));
}

/** The city's own date. */
export const todayIn = ({ link, shell }: Pick<CityProps, 'link' | 'shell'>): BusinessDate =>
  localTime(shell.timeZone, link.hubNow()).date;
