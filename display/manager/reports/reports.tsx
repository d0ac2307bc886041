import { useState } from 'preact/hooks';
import { type Period, periodOf } from '../../../shared/month/periods.ts';
import { documentOf } from '../../../shared/reports/document.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { lang, pick, words } from '../../../shared/screen/language.ts';
import { useNow } from '../../../shared/screen/now.ts';
import { useQuestion } from '../../../shared/screen/question.ts';
import { reports as reportWords } from '../../../shared/words/reports.ts';
import type { TabProps } from '../tabs.ts';
import { Chooser } from './chooser.tsx';
import { thisMonth } from './dates.ts';
import { Definitions, Tables } from './tables.tsx';
import './reports.css';
import { SheetPart } from './sheet.tsx';

/** How often what still moves is asked anew, hub milliseconds. */
const ANEW = 60_000;

/** 报表: a day, a week, a month with its sheet, or a year, from the rows that closed days left. */
export function Page({ link, view, path }: TabProps) {
  const now = useNow(link, ANEW);
  const period = periodOf(path[0] ?? '') ?? thisMonth(view.branch, now);
  const said = useQuestion<'report'>(
    link,
    period && { type: 'report', period: period.id },
    Math.floor(now / ANEW),
  );
  if (!period) return null;
  return (
    <div class="reports">
      <Chooser period={period} known={said.is === 'known' ? said.answer.known : null} />
      {said.is === 'refused' && <p role="alert">{pick(said.says)}</p>}
      {said.is === 'known' && <Told period={period} report={said.answer} />}
    </div>
  );
}

type Known = Extract<ReturnType<typeof useQuestion<'report'>>, { is: 'known' }>['answer'];

function Told({ report, period }: { report: Known; period: Period }) {
  const w = words(reportWords);
  const [opened, open] = useState<string | null>(null);
  const doc = documentOf(report, lang.value);
  const { sheet } = report;
  if (report.days === 0 && !sheet?.items.some(({ score }) => score !== null))
    return <Empty says={w.none} means={w.noneMeans} />;
  return (
    <>
      <p class="reports-summary">
        <strong>{report.open ? w.open : w.closed}</strong>
        {doc.summary
          .filter((line) => line !== w.openSentence)
          .map((line) => (
            <span key={line}>{line}</span>
          ))}
      </p>
      {sheet && <SheetPart {...{ report, sheet, opened, open }} key={period.id} />}
      <Tables sections={doc.sections.filter(({ name }) => name !== 'sheet' && name !== 'ranked')} />
      <Definitions section={doc.definitions} />
    </>
  );
}
