import { useState } from 'preact/hooks';
import { ENOUGH } from '../../../../shared/questions/usual.ts';
import type { HeatCell, WeekHeat } from '../../../../shared/questions/weekHeat.ts';
import { Button } from '../../../../shared/screen/button.tsx';
import { words } from '../../../../shared/screen/language.ts';
import { LevelSign } from '../../../../shared/screen/level.tsx';
import { type Reach, reachOf } from '../../../../shared/screen/lineLayout.ts';
import { useQuestion } from '../../../../shared/screen/question.ts';
import type { AlertLine } from '../../../../shared/settings.ts';
import { past as pastWords } from '../../../../shared/words/past.ts';
import type { TabProps } from '../../tabs.ts';
import { oneDecimal } from '../figureSet.ts';
import { Answered, Head } from './head.tsx';
import './weeks.css';

type Measure = 'wait' | 'waiting';

/** `#today/weeks`: the last eight weeks by weekday and hour, its value in each cell. */
export function Page({ link, view }: TabProps) {
  const w = words(pastWords);
  const [measure, choose] = useState<Measure>('wait');
  const said = useQuestion(link, { type: 'weeks.heat' }, view.branch.day ?? '');
  return (
    <div class="past">
      <Head title={w.weeks}>
        {(['wait', 'waiting'] as const).map((name) => (
          <Button key={name} kind="quiet" pressed={measure === name} onPress={() => choose(name)}>
            {w.heat[name]}
          </Button>
        ))}
      </Head>
      <Answered of={said}>
        {(heat) => <Heat {...{ heat, measure, line: view.lines.ordinary }} />}
      </Answered>
    </div>
  );
}

/** Monday first. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];

interface HeatProps {
  readonly heat: WeekHeat;
  readonly measure: Measure;
  readonly line: AlertLine;
}

function Heat({ heat, measure, line }: HeatProps) {
  const w = words(pastWords);
  if (heat.days === 0) return <p class="past-says">{w.heat.none}</p>;
  const hours = range(heat.cells.map(({ hour }) => hour));
  const most = Math.max(1e-9, ...heat.cells.map((cell) => cell[measure] ?? 0));
  const days = WEEK.filter((day) => heat.cells.some(({ weekday }) => weekday === day));
  return (
    <>
      <p class="past-note">{w.heat.span(heat.from, heat.to, heat.days)}</p>
      <div class="past-wide">
        <table class="heat">
          <caption class="unseen">{w.heat[measure]}</caption>
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {w.heat.hour(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day}>
                <th scope="row">{w.weekdays[day]}</th>
                {hours.map((hour) => (
                  <Cell
                    key={hour}
                    {...{ measure, most, line }}
                    cell={heat.cells.find((c) => c.weekday === day && c.hour === hour)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {heat.cells.some(({ days: n }) => n < ENOUGH) && <p class="past-note">{w.heat.few}</p>}
    </>
  );
}

interface CellProps extends Pick<HeatProps, 'measure' | 'line'> {
  readonly cell: HeatCell | undefined;
  readonly most: number;
}

function Cell({ cell, measure, most, line }: CellProps) {
  const { heat, weekdays } = words(pastWords);
  const value = cell?.[measure] ?? null;
  if (!cell || value === null) return <td class="heat-none" aria-label={heat.nobody} />;
  const text = oneDecimal(measure === 'wait' ? value / 60 : value);
  const reach: Reach = measure === 'wait' ? reachOf(value, line) : 'within';
  const said = heat.cell(weekdays[cell.weekday] ?? '', cell.hour, text, cell.days);
  return (
    <td
      style={{ '--share': `${Math.round((value / most) * 34)}%` }}
      data-few={cell.days < ENOUGH || undefined}
      title={said}
    >
      {text}
      {reach !== 'within' && <LevelSign level={reach} bare />}
    </td>
  );
}

function range(hours: readonly number[]): number[] {
  const [from, to] = [Math.min(...hours), Math.max(...hours)];
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}
