import { useState } from 'preact/hooks';
import type { Proposed } from '../../../shared/city/views/followed.ts';
import type { MonthName } from '../../../shared/ids.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { LateHoursTable } from '../../../shared/screen/fromCity.tsx';
import { words } from '../../../shared/screen/language.ts';
import { citySent } from '../../../shared/words/citySent.ts';
import { addressOf } from '../address.ts';
import { Asked } from '../asking.tsx';
import { branchName } from '../names.ts';
import { useCity } from '../question.ts';
import { MonthBar, monthIn } from '../ranks/monthBar.tsx';
import { Pick, usePicks } from './picks.tsx';
import { PromptForm } from './promptForm.tsx';
import { type BoardProps, useMinute } from './props.ts';

/** 提示: `#board/prompts/2026-10`, branches over their line in a month, each with its own hours. */
export function PromptsPart(props: BoardProps) {
  const found = monthIn(props.path, props);
  const asked = found && ({ type: 'prompts', month: found.month, node: props.unit } as const);
  const said = useCity(props.link, asked, useMinute(props));
  if (!found) return null;
  return (
    <div class="city-part">
      <MonthBar page="board" before={['prompts']} period={found.period} />
      <Asked said={said}>
        {(proposed) => <Month key={found.month} {...props} {...{ proposed, month: found.month }} />}
      </Asked>
    </div>
  );
}

interface MonthProps extends BoardProps {
  readonly proposed: readonly Proposed[];
  readonly month: MonthName;
}

function Month({ proposed, month, ...props }: MonthProps) {
  const w = words(citySent).prompts;
  const picks = usePicks(proposed.map(({ branch }) => branch));
  const [told, tell] = useState(0);
  if (proposed.length === 0) return <Empty says={w.none} means={w.noneMeans} isGood />;
  const fresh = proposed.filter(({ sent }) => sent.length === 0).map(({ branch }) => branch);
  return (
    <>
      {props.may && (
        <PromptForm {...props} {...{ picks, month, fresh, told }} done={(n) => tell(n)} />
      )}
      <ul class="board-late">
        {proposed.map(({ branch, figures, sent }) => (
          <li key={branch}>
            <div class="board-row">
              {props.may && (
                <Pick {...{ picks, branch, label: w.pick(branchName(props, branch)) }} />
              )}
              <p>
                <a href={addressOf('branch', branch, month)}>{branchName(props, branch)}</a>
                {sent.length > 0 && <small>{w.already(sent.length)}</small>}
              </p>
            </div>
            <LateHoursTable figures={figures} />
          </li>
        ))}
      </ul>
    </>
  );
}
