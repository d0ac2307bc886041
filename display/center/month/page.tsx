import type { MonthPage } from '../../../shared/city/views/month.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { cityProposals } from '../../../shared/words/cityProposals.ts';
import { addressOf } from '../address.ts';
import { Asking } from '../asking.tsx';
import { CircularStep } from '../circulars/step.tsx';
import { useCity } from '../question.ts';
import { MonthBar, monthIn } from '../ranks/monthBar.tsx';
import { MonthSays } from '../ranks/page.tsx';
import '../ranks/ranks.css';
import { RankTable } from '../ranks/table.tsx';
import type { CityProps } from '../tabs.ts';
import { CloseStep } from './close.tsx';
import { Lacks } from './lacks.tsx';
import './month.css';
import { Proposals } from './proposals.tsx';

export const STEPS = ['lacks', 'preview', 'close', 'proposals', 'circulars'] as const;
export type StepName = (typeof STEPS)[number];

/** What every step of the path is given. */
export interface StepProps extends CityProps {
  readonly page: MonthPage;
  /** Whoever may close and decide; an auditor only reads. */
  readonly may: boolean;
}

const isStep = (name = ''): name is StepName => (STEPS as readonly string[]).includes(name);

/** 月结: the closing of a month as a path, `#month/2026-10/preview`. */
export function Page(props: CityProps) {
  const { link, shell, path } = props;
  const w = words(cityMonth);
  const found = monthIn(path, props);
  const node = props.node ?? shell.ranking?.id ?? null;
  const asked = found && node ? ({ type: 'month', month: found.month, node } as const) : null;
  const said = useCity(link, asked, shell.decided);
  if (!node) return <Empty says={w.noTree} means={w.noTreeMeans} />;
  if (!found) return null;
  return (
    <div class="ranks">
      <MonthBar page="month" period={found.period} />
      {said.is === 'asking' && <Asking />}
      {said.is === 'refused' && <p role="alert">{pick(said.says)}</p>}
      {said.is === 'known' && <Path {...props} page={said.answer} />}
    </div>
  );
}

function Path(props: CityProps & { page: MonthPage }) {
  const { page, path, shell } = props;
  const w = words(cityMonth);
  const step = isStep(path[1]) ? path[1] : page.closing ? 'proposals' : 'lacks';
  const may = shell.you.role === 'administrator' || shell.you.role === 'operations';
  const given: StepProps = { ...props, may };
  return (
    <>
      <MonthSays page={page} timeZone={shell.timeZone} />
      <nav class="month-path" aria-label={w.steps.close}>
        <ol>
          {STEPS.map((name, i) => (
            <li key={name} data-done={isDone(name, page) || undefined}>
              <a
                href={addressOf('month', page.month, name)}
                aria-current={name === step ? 'step' : undefined}
              >
                <b>{i + 1}</b>
                <span>{w.steps[name]}</span>
                <small>{stateOf(name, page)}</small>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <p class="month-means">{w.stepMeans[step]}</p>
      {step === 'lacks' && <Lacks {...given} />}
      {step === 'preview' && <Preview {...given} />}
      {step === 'close' && <CloseStep {...given} />}
      {step === 'proposals' && <Proposals {...given} />}
      {step === 'circulars' && <CircularStep {...given} />}
    </>
  );
}

const waiting = ({ proposals }: MonthPage) =>
  proposals.filter(({ is }) => is === 'open' || is === 'appealed').length;

const isDone = (step: StepName, page: MonthPage): boolean =>
  page.closing !== null && step !== 'circulars' && (step !== 'proposals' || waiting(page) === 0);

/** What is missing on each step, in a word. */
function stateOf(step: StepName, page: MonthPage): string {
  const w = words(cityMonth);
  const n = page.proposals.length > 0 ? waiting(page) : 0;
  if (step === 'proposals') return n > 0 ? words(cityProposals).waiting(n) : '';
  const blocking = page.preview?.blocking ?? 0;
  if (step === 'lacks' && !page.closing) return blocking > 0 ? w.blocking(blocking) : w.lacks.none;
  return '';
}

/** The month's result as it stands, and what would be proposed of it. */
function Preview({ page }: StepProps) {
  const w = words(cityMonth);
  if (page.branches.length === 0) return <Empty says={w.none} means={w.noneMeans} />;
  return <RankTable page={page} list="combined" tell={() => {}} />;
}
