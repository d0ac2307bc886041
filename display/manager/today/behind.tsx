import { ENOUGH } from '../../../shared/questions/usual.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import { placeOf } from '../../../shared/screen/lineLayout.ts';
import { TicketNumber } from '../../../shared/screen/number.tsx';
import { runningTime } from '../../../shared/screen/time.ts';
import type { FiguresView } from '../../../shared/views/figures.ts';
import type { Mark } from '../../../shared/views/parts.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import { past as pastWords } from '../../../shared/words/past.ts';
import { type FigureName, type FigureProps, percent, waitingByClass } from './figureSet.ts';
import type { UsualNow } from './usual.ts';
import { WaitTable } from './waitTable.tsx';

interface BehindProps extends FigureProps {
  readonly name: FigureName;
  readonly onClose: () => void;
}

/** So many of the longest waits are named. */
const FURTHEST = 10;

/** What is behind a figure: how it is defined, and the counts it comes from. */
export function Behind({ name, onClose, ...props }: BehindProps) {
  const w = words(managerWords);
  return (
    <section class="behind" aria-label={w.figures[name]}>
      <header>
        <p>
          <strong>{w.figures[name]}</strong>
          {w.definitions[name]}
        </p>
        <Button kind="quiet" onPress={onClose}>
          {w.close}
        </Button>
      </header>
      <Parts name={name} {...props} />
      {props.usual && <p class="behind-usual">{custom(props.usual)}</p>}
    </section>
  );
}

/** What "usually" rests on, or why nothing is usual yet. */
function custom({ weekday, days }: UsualNow): string {
  const w = words(pastWords);
  const name = w.weekdays[weekday] ?? '';
  return days < ENOUGH ? w.noUsual(name, days) : w.usualMeans(name, days);
}

function Parts({ name, view, figures, now }: Omit<FigureProps, 'usual'> & { name: FigureName }) {
  const { classes } = words(lineWords);
  if (name === 'waiting')
    return (
      <Counts
        of={waitingByClass(view).map((c) => [classes[c.class], String(c.waiting)] as const)}
      />
    );
  if (name === 'longest') {
    const place = (mark: Mark) => placeOf((now - mark.from) / 1000, mark.line);
    const furthest = [...view.line].sort((a, b) => place(b) - place(a)).slice(0, FURTHEST);
    return (
      <dl class="counts">
        {furthest.map((mark) => (
          <div key={mark.ticket}>
            <dt>
              <TicketNumber value={mark.number} />
            </dt>
            <dd>{runningTime(now - mark.from)}</dd>
          </div>
        ))}
      </dl>
    );
  }
  if (!figures) return null;
  return name === 'average' ? (
    <WaitTable figures={figures} />
  ) : (
    <Counts of={countsOf(name, figures)} />
  );
}

type Count = readonly [name: string, value: string];

function Counts({ of: counts }: { of: readonly Count[] }) {
  return (
    <dl class="counts">
      {counts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Silence is countable: what was done, offered, answered and not, adds up. */
function countsOf(name: FigureName, { all, terminalOff }: FiguresView): Count[] {
  const { flow, levels } = words(managerWords);
  const { rating } = all;
  const count = (key: keyof typeof flow, n: number): Count => [flow[key], String(n)];
  if (name === 'satisfaction')
    return (['verySatisfied', 'satisfied', 'fair', 'dissatisfied'] as const).map((level) => [
      levels[level],
      String(rating.levels[level]),
    ]);
  if (name === 'invitation')
    return [
      ...(['done', 'offered', 'given', 'declined', 'expired', 'open'] as const).map((key) =>
        count(key, rating[key]),
      ),
      ...(['noTerminal', 'transferred', 'forgotten'] as const).map((key) =>
        count(key, rating.notOfferable[key]),
      ),
      [flow.ratingRate, percent(rating.ratingRate)],
      [flow.responseRate, percent(rating.responseRate)],
      [flow.terminalOff, runningTime(terminalOff)],
    ];
  return [
    count('issued', all.tickets),
    count('served', all.served),
    count('abandoned', all.abandoned),
    count('replaced', all.replaced),
    count('walkIns', all.walkIns),
    ...(all.servedMeanwhile ? [count('servedMeanwhile', all.servedMeanwhile)] : []),
  ];
}
