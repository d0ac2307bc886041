import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { quarterOf } from '../../../shared/city/days.ts';
import type { BoardPage } from '../../../shared/city/views/board.ts';
import type { BranchId } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { Sure } from '../../../shared/screen/sure.tsx';
import { cityBoard } from '../../../shared/words/cityBoard.ts';
import { cityInspections } from '../../../shared/words/cityInspections.ts';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';
import { addressOf } from '../address.ts';
import { Asked } from '../asking.tsx';
import { branchName } from '../names.ts';
import { InspectForm } from './inspectForm.tsx';
import { Pick, type Picks, usePicks } from './picks.tsx';
import { PlanForm } from './planForm.tsx';
import { type BoardProps, todayIn, useBoard } from './props.ts';

/** 季度检查: `#board/inspections/2026-Q4`; behind it a branch whose inspection is entered. */
export function InspectionsPart(props: BoardProps) {
  const [named = '', branch] = props.path;
  const now = quarterOf(todayIn(props));
  const quarter = /^20\d\d-Q[1-4]$/.test(named) ? named : now;
  const said = useBoard(props, quarter);
  const known = props.shell.branches.find(({ id }) => id === branch);
  if (known && props.may) {
    const rows = said.is === 'known' ? said.answer.inspections : [];
    const mode = rows.find((one) => one.branch === known.id)?.mode ?? null;
    return <InspectForm {...props} {...{ quarter, branch: known.id, mode }} />;
  }
  return (
    <div class="city-part">
      <QuarterBar quarter={quarter} />
      <Asked said={said}>
        {(page) => <Quarter {...props} {...{ page, quarter, isOver: quarter < now }} />}
      </Asked>
    </div>
  );
}

/** Quarters are counted from year 0. */
function besides(quarter: string, by: number): string {
  const [year = 0, n = 0] = quarter.split('-Q').map(Number);
  const at = year * 4 + n - 1 + by;
  return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
}

function QuarterBar({ quarter }: { quarter: string }) {
  const w = words(cityInspections);
  const [year = '', n = ''] = quarter.split('-Q');
  return (
    <header class="month-bar">
      <div>
        <a
          class="button button-quiet"
          href={addressOf('board', 'inspections', besides(quarter, -1))}
        >
          <ChevronLeft aria-hidden="true" />
          <span class="unseen">{w.earlier}</span>
        </a>
        <h2>{w.quarter(year, n)}</h2>
        <a
          class="button button-quiet"
          href={addressOf('board', 'inspections', besides(quarter, 1))}
        >
          <ChevronRight aria-hidden="true" />
          <span class="unseen">{w.later}</span>
        </a>
      </div>
    </header>
  );
}

interface QuarterProps extends BoardProps {
  readonly page: BoardPage;
  readonly quarter: string;
  readonly isOver: boolean;
}

function Quarter(props: QuarterProps) {
  const { page, quarter, isOver } = props;
  const may = props.may && !isOver;
  const picks = usePicks(page.inspections.map(({ branch }) => branch));
  if (page.inspections.length === 0) return <Empty says={words(cityBoard).none.inspections} />;
  const open = page.inspections.filter(({ stands }) => stands === 'unplanned');
  return (
    <>
      {may && (
        <PlanForm {...props} {...{ picks, quarter, open: open.map(({ branch }) => branch) }} />
      )}
      <ul class="city-rows">
        {page.inspections.map((one) => (
          <Row key={one.branch} {...props} {...{ one, may, picks }} />
        ))}
      </ul>
    </>
  );
}

type RowProps = QuarterProps & {
  readonly one: BoardPage['inspections'][number];
  readonly picks: Picks;
};

function Row({ one, page, quarter, may, picks, ...props }: RowProps) {
  const w = words(cityInspections);
  const { branch, inspector, due, mode, done, stands } = one;
  const name = branchName(props, branch);
  return (
    <li>
      <div class="board-row">
        {may && <Pick {...{ picks, branch, label: w.pick(name) }} />}
        <p>
          <a href={addressOf('branch', branch)}>{name}</a>
          <strong data-stands={stands}>{w.inspected[stands]}</strong>
          {inspector && <span>{w.by(page.people[inspector] ?? inspector)}</span>}
          {mode && !done && <span>{words(inspectionWords).mode[mode]}</span>}
          {due && !done && <small>{words(cityBoard).due(due)}</small>}
          {done && <span>{w.off(done.off)}</span>}
          {done && <small>{done.on}</small>}
        </p>
      </div>
      {may && <Acts {...{ link: props.link, quarter, branch, isPlanned: due !== null && !done }} />}
    </li>
  );
}

interface ActsProps {
  readonly link: BoardProps['link'];
  readonly quarter: string;
  readonly branch: BranchId;
  readonly isPlanned: boolean;
}

function Acts({ link, quarter, branch, isPlanned }: ActsProps) {
  const w = words(cityInspections);
  const { busy, refusal, run } = useAsk();
  return (
    <>
      <div>
        <a class="button button-quiet" href={addressOf('board', 'inspections', quarter, branch)}>
          {w.enter}
        </a>
        {isPlanned && (
          <Sure
            {...{ busy, question: w.dropSure }}
            onSure={() => void run(() => link.send({ type: 'plan.drop', quarter, branch }))}
          >
            {w.drop}
          </Sure>
        )}
      </div>
      <Refusal says={refusal} />
    </>
  );
}
