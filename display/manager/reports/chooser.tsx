import { ChevronLeft, ChevronRight, FileDown } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Period, periodAfter, periodAt, periodBefore } from '../../../shared/month/periods.ts';
import type { Report } from '../../../shared/month/report.ts';
import { periodName } from '../../../shared/reports/names.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { download } from '../../../shared/screen/download.ts';
import { lang, pick, words } from '../../../shared/screen/language.ts';
import type { Text } from '../../../shared/settings.ts';
import { reports as reportWords } from '../../../shared/words/reports.ts';
import { addressOf } from '../address.ts';

const KINDS = ['day', 'week', 'month', 'year'] as const;
const FORMS = ['docx', 'xlsx', 'csv'] as const;

/** Which report, and what can be saved of it. */
export function Chooser({ period, known }: { period: Period; known: Report['known'] }) {
  const w = words(reportWords);
  return (
    <header class="chooser">
      <nav class="chooser-kinds" aria-label={w.pick}>
        {KINDS.map((kind) => (
          <a
            key={kind}
            href={addressOf('reports', sameTime(kind, period, known).id)}
            aria-current={kind === period.kind ? 'true' : undefined}
          >
            {w.kinds[kind]}
          </a>
        ))}
      </nav>
      <div class="chooser-period">
        <Step to={periodBefore(period)} can={!known || periodBefore(period).to >= known.first}>
          <ChevronLeft aria-hidden="true" />
          <span class="unseen">{w.earlier}</span>
        </Step>
        <h1>{periodName(period, lang.value)}</h1>
        <Step
          to={periodAfter(period)}
          can={known !== null && periodAfter(period).from <= known.last}
        >
          <ChevronRight aria-hidden="true" />
          <span class="unseen">{w.later}</span>
        </Step>
      </div>
      <Files period={period} />
    </header>
  );
}

/** The last part of the same time that there is anything of: a year's last month, a month's last day. */
function sameTime(kind: Period['kind'], { from, to }: Period, known: Report['known']): Period {
  const last = known && known.last < to ? known.last : to;
  return periodAt(kind, last < from ? from : last);
}

function Step({ to, can, children }: { to: Period; can: boolean; children: ComponentChildren }) {
  if (!can) return <span class="button button-quiet chooser-step" aria-disabled="true" />;
  return (
    <a class="button button-quiet chooser-step" href={addressOf('reports', to.id)}>
      {children}
    </a>
  );
}

function Files({ period }: { period: Period }) {
  const w = words(reportWords);
  const [busy, work] = useState<string | null>(null);
  const [refused, refuse] = useState<Text | null>(null);
  const save = async (form: (typeof FORMS)[number]) => {
    work(form);
    refuse(await download({ type: 'report', period: period.id, form, language: lang.value }));
    work(null);
  };
  return (
    <div class="chooser-files">
      {FORMS.map((form) => (
        <Button
          key={form}
          onPress={() => void save(form)}
          busy={busy === form}
          icon={<FileDown aria-hidden="true" />}
        >
          {w.files[form]}
        </Button>
      ))}
      {refused && <p role="alert">{pick(refused)}</p>}
    </div>
  );
}
