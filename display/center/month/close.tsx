import { useState } from 'preact/hooks';
import type { ClosingId } from '../../../shared/city/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { dateLine } from '../../../shared/screen/time.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { goTo } from '../address.ts';
import type { StepProps } from './page.tsx';

/** 3 关账: a word of its own for what cannot be undone; afterwards, what came later. */
export function CloseStep(props: StepProps) {
  const { page } = props;
  const w = words(cityMonth);
  if (page.closing) return <Closed {...props} closing={page.closing} />;
  if (!page.isOver) return <p class="month-says">{w.notOver}</p>;
  return props.may ? <Closing {...props} /> : null;
}

function Closing({ link, page }: StepProps) {
  const w = words(cityMonth);
  const [despite, say] = useState('');
  const [sure, ask] = useState(false);
  const { busy, refusal, run } = useAsk();
  const { preview, month, node } = page;
  if (!preview || page.branches.length === 0) return null;
  const close = async () => {
    if (!sure) return ask(true);
    ask(false);
    const reason = preview.blocking > 0 ? despite.trim() || null : null;
    const command = {
      type: 'month.close',
      month,
      node,
      sum: preview.sum,
      despite: reason,
    } as const;
    if (await run(() => link.send(command))) goTo('month', month, 'proposals');
  };
  return (
    <div class="month-act">
      {preview.blocking > 0 && (
        <label class="field">
          {w.despite}
          <small>{w.blocking(preview.blocking)}</small>
          <textarea
            value={despite}
            maxLength={300}
            rows={2}
            onInput={(event) => say(event.currentTarget.value)}
          />
        </label>
      )}
      <Refusal says={refusal} />
      <button
        type="button"
        class={`button ${sure ? 'sure' : 'button-next'}`}
        disabled={busy || (preview.blocking > 0 && !despite.trim())}
        onClick={() => void close()}
      >
        {sure ? w.closeSure : w.close(month)}
      </button>
    </div>
  );
}

type Stands = NonNullable<StepProps['page']['closing']>;

function Closed({ link, page, shell, may, closing }: StepProps & { closing: Stands }) {
  const w = words(cityMonth);
  const day = (at: number) => dateLine({ timeZone: shell.timeZone, offset: 0 }, at);
  const who = (person: Stands['by']) => page.people[person] ?? person;
  return (
    <div class="month-act">
      <p>
        <strong>{w.closedBy(who(closing.by), day(closing.at))}</strong>
      </p>
      {closing.despite && <p>{w.despiteSaid(closing.despite)}</p>}
      {closing.corrections.map((one) => (
        <p key={one.n}>
          {w.corrected(one.n)} · {who(one.by)} · {day(one.at)} · {one.reason}
        </p>
      ))}
      {page.late && (
        <section class="month-late">
          <h2>{w.lateTitle}</h2>
          <p>{w.lateMeans(page.late.differences.length)}</p>
          {may && <Correct link={link} closing={closing.id} sum={page.late.sum} />}
        </section>
      )}
    </div>
  );
}

interface CorrectProps extends Pick<StepProps, 'link'> {
  readonly closing: ClosingId;
  readonly sum: string;
}

function Correct({ link, closing, sum }: CorrectProps) {
  const w = words(cityMonth);
  const [reason, say] = useState('');
  const { busy, refusal, run } = useAsk();
  const correct = () =>
    void run(() => link.send({ type: 'month.correct', closing, sum, reason: reason.trim() }));
  return (
    <>
      <label class="field">
        {w.reason}
        <textarea
          value={reason}
          maxLength={300}
          rows={2}
          onInput={(event) => say(event.currentTarget.value)}
        />
      </label>
      <Refusal says={refusal} />
      <Button kind="next" busy={busy || !reason.trim()} onPress={correct}>
        {w.correct}
      </Button>
    </>
  );
}
