import { useState } from 'preact/hooks';
import type { Staffing as Answer, StaffedHalf } from '../../../shared/questions/staffing.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { useQuestion } from '../../../shared/screen/question.ts';
import { staffing as staffingWords } from '../../../shared/words/staffing.ts';
import './staffing.css';

/** How many counters the next day needs, half-hour by half-hour; asked for when it is opened. */
export function Staffing({ link, day }: { link: Link; day: string | null }) {
  const [open, setOpen] = useState(false);
  const asked = useQuestion<'staffing.next'>(
    link,
    open ? { type: 'staffing.next' } : null,
    day ?? '',
  );
  const w = words(staffingWords);
  return (
    <section class="staffing" aria-label={w.open}>
      <Button kind="quiet" pressed={open} onPress={() => setOpen(!open)}>
        {open ? w.close : w.open}
      </Button>
      {open && asked.is === 'refused' && <p>{pick(asked.says)}</p>}
      {open && asked.is === 'known' && <Day answer={asked.answer} />}
    </section>
  );
}

function Day({ answer }: { answer: Answer | null }) {
  const w = words(staffingWords);
  if (!answer) return <p>{w.noDay}</p>;
  if (answer.halves.length === 0) return <p>{w.tooLittle(answer.days)}</p>;
  const most = Math.max(...answer.halves.map((h) => Math.max(h.counters.length, h.open)), 1);
  return (
    <>
      <h2>{w.title(answer.date)}</h2>
      <p class="staffing-basis">{w.basis(answer.days)}</p>
      <p class="staffing-key">
        <i class="need" /> {w.need} <i class="was" /> {w.was}
      </p>
      <ol>
        {answer.halves.map((half) => (
          <Half key={half.at} {...{ half, most }} />
        ))}
      </ol>
    </>
  );
}

function Half({ half, most }: { half: StaffedHalf; most: number }) {
  const w = words(staffingWords);
  const { at, counters, open, enough, arrivals } = half;
  const was = open.toFixed(1).replace(/\.0$/, '');
  const height = (n: number) => ({ height: `${(n / most) * 100}%` });
  return (
    <li aria-label={w.rowOf(at, counters.length, was)} title={w.people(Math.round(arrivals))}>
      <b class={enough ? '' : 'short'}>
        {counters.length}
        {enough ? '' : '+'}
      </b>
      <span class="bars" aria-hidden="true">
        <i class="need" style={height(counters.length)} />
        <i class="was" style={height(open)} />
      </span>
      <small>{at}</small>
      {!enough && <small class="unseen">{w.short}</small>}
    </li>
  );
}
