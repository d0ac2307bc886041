import type { City } from '../../../shared/city/city.ts';
import type { NodeId } from '../../../shared/city/ids.ts';
import { asNow } from '../../../shared/city/months/decide.ts';
import { differencesIn } from '../../../shared/city/months/differences.ts';
import type { Frozen } from '../../../shared/city/months/figures.ts';
import { inForceFor, monthPeriod, previewOf } from '../../../shared/city/months/preview.ts';
import { type Closing, closingsOf, proposalsOf } from '../../../shared/city/months/state.ts';
import type { MonthPage, ToldClosing, TrendPoint } from '../../../shared/city/views/month.ts';
import type { BranchId, MonthName } from '../../../shared/ids.ts';
import { RANKINGS } from '../../../shared/month/ranking.ts';
import { rulesFrom } from '../../../shared/month/rules.ts';
import { branchInHand, inHand } from '../people/gate.ts';
import { namesOf } from '../people/vault.ts';
import type { AnsweringParts, Answers } from './answering.ts';

/** 月: as it was closed, or as it would be closed now. */
export const monthAnswers: Pick<Answers, 'month'> = {
  async month({ month, node }, { scope }, parts) {
    const { room, vault, ground } = parts;
    const city = room.state;
    const page = await pageOf(parts, city, month, node);
    // Whoever has a part of the unit in hand sees that part's rows, with their places among all.
    const isTheirs = ({ branch }: Of) => branchInHand(ground(), scope, branch);
    const theirs = <T extends Of>(all: readonly T[]) => all.filter(isTheirs);
    const { closing, preview, late } = page;
    const told = {
      closing: closing && toldOf(closing, theirs),
      proposals: theirs(closing ? proposalsOf(city.months, closing.id) : []),
      preview: preview && { ...preview, proposals: theirs(preview.proposals) },
      late: late && { ...late, differences: theirs(late.differences) },
      lacks: page.lacks.filter((lack) =>
        'branch' in lack ? isTheirs(lack) : inHand(ground(), scope, lack.node),
      ),
    };
    const branches = theirs(page.branches);
    return {
      ...{ ...page, ...told, branches, month, node },
      isOver: ground().today > monthPeriod(month).to,
      trend: trendOf(city, node, month, branches),
      people: await namesOf(vault, peopleIn(told)),
    };
  },
};

interface Of {
  readonly branch: BranchId;
}

/** Those who stand on the page. */
const peopleIn = ({
  closing,
  proposals,
  preview,
}: Pick<MonthPage, 'closing' | 'proposals' | 'preview'>) => [
  ...(closing ? [closing, ...closing.corrections].map(({ by }) => by) : []),
  ...[...proposals, ...(preview?.proposals ?? [])].map(({ person }) => person),
  ...proposals.flatMap(({ by, steps }) => [
    by,
    ...steps.flatMap((step) => ('who' in step ? [step.by, step.who] : [step.by])),
  ]),
];

type Told = Pick<
  MonthPage,
  'branches' | 'lacks' | 'rules' | 'version' | 'setBy' | 'preview' | 'late'
> & { readonly closing: Closing | null };

async function pageOf(
  { gathering }: AnsweringParts,
  city: City,
  month: MonthName,
  node: NodeId,
): Promise<Told> {
  const closing = closingsOf(city.months, node).find((one) => one.month === month) ?? null;
  if (closing) {
    const { branches, lacks, rules, version } = closing;
    const gathered = await gathering.gathered(city, month, rulesFrom(rules), true);
    const now = asNow(city, closing, gathered);
    const differences = differencesIn(branches, now.branches);
    const late = differences.length > 0 ? { sum: now.sum, differences } : null;
    return { ...{ branches, lacks, rules, version, setBy: null }, preview: null, late, closing };
  }
  const { measured } = inForceFor(city, node, month);
  const seen = previewOf(city, { month, node }, await gathering.gathered(city, month, measured));
  const { branches, lacks, inForce, sum, blocking, proposals } = seen;
  const { rules, setBy } = inForce;
  return {
    ...{ branches, lacks, rules, version: measured.version, setBy, late: null, closing: null },
    preview: { sum, blocking, proposals },
  };
}

/** Its figures stand in the page's rows. */
function toldOf(
  { branches: _b, original: _o, lacks: _l, rules: _r, corrections, ...rest }: Closing,
  theirs: <T extends Of>(all: readonly T[]) => T[],
): ToldClosing {
  const told = corrections.map(({ branches: _, differences, ...one }) => ({
    ...{ ...one, differences: theirs(differences) },
  }));
  return { ...rest, corrections: told };
}

/** Months in a trend. */
const BACK = 12;

function trendOf(city: City, node: NodeId, month: string, branches: readonly Frozen[]) {
  const before = closingsOf(city.months, node).filter((one) => one.month < month);
  const trend: Record<BranchId, TrendPoint[]> = {};
  for (const { branch } of branches)
    trend[branch] = before.slice(-BACK).flatMap(({ month: name, branches: all }) => {
      const own = all.find((one) => one.branch === branch);
      return own ? [pointOf(name, own)] : [];
    });
  return trend;
}

const pointOf = (month: string, { place, figures, total }: Frozen): TrendPoint => ({
  ...{ month, place, total: total.score },
  figures: Object.fromEntries(RANKINGS.map((ranking) => [ranking, figures[ranking].value])),
});
