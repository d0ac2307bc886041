import { addDays, dayBefore } from '../../../shared/calendar.ts';
import type { City, CityCommand } from '../../../shared/city/city.ts';
import type { NodeId } from '../../../shared/city/ids.ts';
import { nodeOfBranch } from '../../../shared/city/levels/tree.ts';
import { completeThrough } from '../../../shared/city/months/complete.ts';
import type { BranchMonth, Gathered, Lack } from '../../../shared/city/months/figures.ts';
import { inForceFor, monthPeriod } from '../../../shared/city/months/preview.ts';
import type { BranchId, BusinessDate, MonthName } from '../../../shared/ids.ts';
import { contenderOf, type MonthFigures } from '../../../shared/month/contender.ts';
import type { DayRow } from '../../../shared/month/dayRow.ts';
import { isIn, type Period, periodBefore, yearBefore } from '../../../shared/month/periods.ts';
import { type Rules, rulesFrom } from '../../../shared/month/rules.ts';
import { sheetOf } from '../../../shared/month/sheet.ts';
import { twoLanguages } from '../../../shared/plain.ts';
import type { Text } from '../../../shared/settings.ts';
import type { Books } from '../books/books.ts';
import type { BranchStand } from '../center.ts';
import type { Gather } from '../city/room.ts';

/** As much of how a branch stands as a month needs. */
export type Stand = Pick<BranchStand, 'branch' | 'name' | 'epoch' | 'enrolledAt'> & {
  readonly head: { readonly seq: number; readonly hash: string };
  readonly refused: { readonly code: string; readonly at: number } | null;
  readonly endedAt: number | null;
  /** Days that do not say what their facts say. */
  readonly differs: { readonly days: number } | null;
};

export interface GatheringParts {
  readonly books: Books;
  readonly stands: () => Promise<readonly Stand[]>;
}

/** How long a branch has to have been silent to count as one that opens, days. */
const NEW = 62;

/** What the books say of a month, for whoever closes, corrects or looks at it. */
export class Gathering {
  readonly #parts: GatheringParts;

  constructor(parts: GatheringParts) {
    this.#parts = parts;
  }

  /**
   * @param rules of the city: a branch that measured itself by others is measured anew
   * @param late whether corrections that two people entered after the month's end count
   */
  async gathered(city: City, month: MonthName, rules: Rules, late = false): Promise<Gathered> {
    const { books, stands } = this.#parts;
    const period = monthPeriod(month);
    const figures = byBranch(await books.contenders(month));
    const branches: BranchMonth[] = [];
    const lacks: Lack[] = [];
    for (const stand of await stands()) {
      const branch = stand.branch as BranchId;
      lacks.push(...(await this.#lacksOf(city, stand, period)));
      const own = figures[branch];
      if (own) branches.push(await this.#monthOf(stand, own, { period, rules, late }));
      else if (stand.endedAt === null) lacks.push({ what: 'nothing', branch });
    }
    const other = async (period: Period | null) =>
      period ? byBranch(await books.contenders(period.id)) : {};
    const [before, yearAgo] = [await other(periodBefore(period)), await other(yearBefore(period))];
    return { month, branches, lacks, before, yearAgo };
  }

  async #monthOf(
    { branch: id, name, epoch, head }: Stand,
    own: MonthFigures,
    { period, rules, late }: { period: Period; rules: Rules; late: boolean },
  ): Promise<BranchMonth> {
    const { books } = this.#parts;
    const branch = id as BranchId;
    const { from, to } = period;
    const since = await books.rows(branch, late ? { from } : { from, to });
    const rows = since.filter((row) => isIn(period, row.date));
    const isLate = since.some((row) => row.date > to && corrects(row, period));
    const figures =
      own.version === rules.version && !isLate
        ? own
        : measured(branch, await books.rows(branch, late ? {} : { to }), period, rules);
    const now = await books.lobby(branch);
    const { seq, hash } = head;
    return {
      ...figures,
      name: nameOf(now?.lobby.visit.settings.branch.name, name),
      ...{ own: own.version, head: { epoch, seq, hash }, days: rows.length },
      opened: await this.#openedIn(branch, rows, from),
    };
  }

  async #openedIn(branch: BranchId, rows: readonly DayRow[], from: BusinessDate) {
    const first = rows[0]?.date;
    if (!first || first === from) return null;
    const earlier = await this.#parts.books.rows(branch, {
      ...{ from: addDays(from, -NEW), to: dayBefore(from) },
    });
    return earlier.length > 0 ? null : first;
  }

  async #lacksOf({ levels }: City, stand: Stand, period: Period): Promise<Lack[]> {
    const { books } = this.#parts;
    const branch = stand.branch as BranchId;
    const now = await books.lobby(branch);
    const through = now && completeThrough(now.lobby.visit, now.at);
    const open = now?.lobby.corrections.all.filter((one) => !one.end && isIn(period, one.date));
    const { refused, enrolledAt, endedAt, differs } = stand;
    // Of one that closed for good nothing more comes.
    const isMissing = endedAt === null && (through ?? '') < period.to;
    return [
      ...(isMissing ? [{ what: 'ledger', branch, through } as const] : []),
      ...(refused && refused.at >= enrolledAt
        ? [{ what: 'refused', branch, code: refused.code } as const]
        : []),
      ...(open && open.length > 0
        ? [{ what: 'corrections', branch, n: open.length } as const]
        : []),
      ...(differs ? [{ what: 'alarm', branch, n: differs.days } as const] : []),
      ...(nodeOfBranch(levels, branch, period.to) ? [] : [{ what: 'unbound', branch } as const]),
    ];
  }
}

/** As the branch calls itself, where that can be printed: a letter no document holds would spoil them all. */
function nameOf(own: unknown, enrolled: string): Text {
  const plain = twoLanguages.safeParse(own);
  return plain.success ? plain.data : { zh: enrolled, en: enrolled };
}

const byBranch = (all: readonly MonthFigures[]): Record<string, MonthFigures> =>
  Object.fromEntries(all.map((one) => [one.branch, one]));

const corrects = (row: DayRow, period: Period) =>
  (row.records.corrections ?? []).some((one) => isIn(period, one.date));

/** By other rules than its own, or with what two people corrected later. */
function measured(
  branch: BranchId,
  rows: readonly DayRow[],
  period: Period,
  rules: Rules,
): MonthFigures {
  const byCity = rows.map((row) => ({ ...row, rules }));
  const sheet = sheetOf(byCity, period, { today: period.to, rules });
  return contenderOf(branch, sheet.late ? { ...sheet, ...sheet.late } : sheet);
}

/** Whatever a command that freezes figures has to be decided on. */
export const gatherFor =
  (gathering: Gathering): Gather =>
  async (command: CityCommand, city: City) => {
    if (command.type === 'month.close') {
      const { month, node } = command;
      return { gathered: await gathering.gathered(city, month, rulesOf(city, node, month)) };
    }
    const closing = command.type === 'month.correct' && city.months.closings[command.closing];
    if (!closing) return {};
    const rules = rulesFrom(closing.rules);
    return { gathered: await gathering.gathered(city, closing.month, rules, true) };
  };

export const rulesOf = (city: City, node: NodeId, month: string): Rules =>
  inForceFor(city, node, month).measured;
