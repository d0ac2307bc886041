import { ArrowLeft } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { BranchId } from '../../../shared/ids.ts';
import { documentOf } from '../../../shared/reports/document.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { lang, pick, words } from '../../../shared/screen/language.ts';
import { cityBranch } from '../../../shared/words/cityBranch.ts';
import { reports as reportWords } from '../../../shared/words/reports.ts';
import '../../manager/reports/reports.css';
import { SheetPart } from '../../manager/reports/sheet.tsx';
import { Definitions, Tables } from '../../manager/reports/tables.tsx';
import { addressOf } from '../address.ts';
import { Asking } from '../asking.tsx';
import { branchName } from '../names.ts';
import { useCity } from '../question.ts';
import { MonthBar, monthIn } from '../ranks/monthBar.tsx';
import type { CityProps } from '../tabs.ts';
import './branch.css';
import { DayPart } from './day.tsx';
import { Now } from './now.tsx';

/** `#branch/ID/2026-10/2026-10-12/A012`: a branch's month, down to one ticket's story. */
export function Page(props: CityProps) {
  const { shell, path, link } = props;
  const w = words(cityBranch);
  const [id = '', ...rest] = path;
  const branch = shell.branches.find((one) => one.id === id);
  if (!branch) return <Empty says={w.unknown} />;
  const found = monthIn(rest, props);
  const live = link.view({ name: 'live' }).value;
  const row = live?.rows.find((one) => one.branch === id);
  return (
    <div class="city-branch reports">
      <header class="city-branch-head">
        <a class="button button-quiet" href={addressOf('live')}>
          <ArrowLeft aria-hidden="true" />
          {w.back}
        </a>
        <h1>{branchName(props, branch.id)}</h1>
      </header>
      <Now {...props} branch={branch.id} row={row ?? null} />
      {found && (
        <>
          <MonthBar page="branch" period={found.period} before={[id]} />
          <Month {...props} branch={branch.id} period={found.period.id} />
          <DayPart {...props} branch={branch.id} month={found.month} path={rest.slice(1)} />
        </>
      )}
    </div>
  );
}

function Month({ link, shell, branch, period }: CityProps & { branch: BranchId; period: string }) {
  const w = words(reportWords);
  const [opened, open] = useState<string | null>(null);
  const said = useCity(link, { type: 'branch.report', branch, period }, shell.decided);
  if (said.is === 'refused') return <p role="alert">{pick(said.says)}</p>;
  if (said.is !== 'known') return <Asking />;
  const report = said.answer;
  if (report.days === 0) return <Empty says={w.none} means={w.noneMeans} />;
  const doc = documentOf(report, lang.value);
  const { sheet } = report;
  return (
    <>
      {sheet && <SheetPart {...{ report, sheet, opened, open }} />}
      <Tables sections={doc.sections.filter(({ name }) => name !== 'sheet' && name !== 'ranked')} />
      <Definitions section={doc.definitions} />
    </>
  );
}
