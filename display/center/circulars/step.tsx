import type { CircularRow } from '../../../shared/city/views/circulars.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { cityCirculars } from '../../../shared/words/cityCirculars.ts';
import type { StepProps } from '../month/page.tsx';
import { useCity } from '../question.ts';
import { CircularList } from './list.tsx';

/** 5 通报: issued from the closed month, numbered, then sent down. */
export function CircularStep(props: StepProps) {
  const { link, shell, page } = props;
  const w = words(cityCirculars);
  const said = useCity(link, { type: 'circulars', node: page.node }, shell.decided);
  if (!page.closing) return <Empty says={w.notClosed} means={w.notClosedMeans} />;
  if (said.is !== 'known') return null;
  const own = said.answer.circulars.filter(({ closing }) => closing === page.closing?.id);
  return (
    <>
      {props.may && <Issue {...props} own={own} />}
      <CircularList {...props} circulars={own} />
    </>
  );
}

/** What can still be issued: both series of the month, and of each correction. */
function Issue({ link, page, own }: StepProps & { own: readonly CircularRow[] }) {
  const w = words(cityCirculars);
  const { busy, refusal, run } = useAsk();
  const { closing } = page;
  if (!closing) return null;
  const wanted = [null, ...closing.corrections.map(({ n }) => n)].flatMap((correction) =>
    (['quality', 'assessment'] as const).map((series) => ({ series, correction })),
  );
  const left = wanted.filter(
    ({ series, correction }) =>
      !own.some((one) => one.series === series && one.correction === correction),
  );
  return (
    <div class="circular-acts">
      {left.map(({ series, correction }) => (
        <Button
          key={`${series} ${correction}`}
          {...{ kind: 'next', busy }}
          onPress={() =>
            void run(() =>
              link.send({ type: 'circular.issue', closing: closing.id, series, correction }),
            )
          }
        >
          {[w.issue[series], correction === null ? '' : w.issueCorrection(correction)].join(' ')}
        </Button>
      ))}
      <Refusal says={refusal} />
    </div>
  );
}
