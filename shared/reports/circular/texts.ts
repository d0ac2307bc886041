import type { Frozen } from '../../city/months/figures.ts';
import { groupWords } from '../../words/groupTexts.ts';
import { minutes, points, printed, share } from '../cells.ts';
import { type Language, said } from '../names.ts';
import { type CircularSource, listed, monthName, nameIn, numberOf } from './source.ts';

/** Texts to be copied into the group, for such a group has no robot: 通报, 通知, and 警示 to single branches. */
export interface GroupTexts {
  readonly circular: string;
  readonly notice: string;
  readonly warnings: readonly { readonly branch: string; readonly text: string }[];
}

/** @param times how often a branch was among the last this year, this month counted */
export function groupTexts(
  source: CircularSource,
  times: (branch: string) => number,
  language: Language,
): GroupTexts {
  const { branches, circular, closing } = source;
  const w = said(groupWords, language);
  const number = numberOf(circular, language);
  const issued = w.issued(number, monthName(closing, language));
  const of = (group: Frozen['group']) => branches.filter((one) => one.group === group);
  const [top, bottom] = [of('top'), of('bottom')];
  const ranked = branches.filter(({ place }) => place !== null).length;
  return {
    circular: lines([
      w.notice + issued,
      top.length > 0 && w.best(listed(top, language)),
      bottom.length > 0 && w.lowest(listed(bottom, language)),
    ]),
    notice: lines([w.task + issued, w.ask]),
    warnings: bottom.map((one) => ({
      branch: one.branch,
      text: lines([
        w.warning + w.warn(nameIn(one, language), one.place ?? 0, ranked),
        figuresOf(one, language),
        times(one.branch) > 1 && w.warnTimes(times(one.branch)),
        w.follow,
      ]),
    })),
  };
}

const lines = (all: readonly (string | false)[]) => all.filter(Boolean).join('\n');

const figuresOf = ({ figures }: Frozen, language: Language) =>
  said(groupWords, language).figures(
    printed(minutes(figures.averageWait.value)),
    printed(points(figures.satisfaction.value)),
    printed(share(figures.invitationRate.value)),
  );
