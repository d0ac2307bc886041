import { useState } from 'preact/hooks';
import type { Meeting } from '../../../shared/floor/meetings/state.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { sayDate } from './figures.tsx';
import type { NameOf } from './people.ts';

interface ActionListProps {
  readonly link: Link;
  readonly meeting: Meeting;
  readonly nameOf: NameOf;
}

/** So long may the name of a rectification be. */
const NAME = 120;

/** What was agreed on; what has to be followed up until it is done becomes a rectification 整改. */
export function ActionList({ link, meeting, nameOf }: ActionListProps) {
  const w = words(meetingWords);
  const { busy, refusal, run } = useAsk();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const open = async ({ what, owner, due }: Meeting['actions'][number]) => {
    const source = { from: 'hand', what: what.slice(0, NAME) } as const;
    if (await run(() => link.send({ type: 'rectification.open', source, owner, due })))
      setOpened([...opened, what]);
  };
  return (
    <>
      {meeting.actions.map((action) => (
        <div class="action" key={action.what}>
          <span>
            {action.what}
            <small>
              {nameOf(action.owner)} · {sayDate(action.due)}
            </small>
          </span>
          {opened.includes(action.what) ? (
            <em>{w.rectified}</em>
          ) : (
            <Button {...{ kind: 'quiet', busy }} onPress={() => void open(action)}>
              {w.toRectify}
            </Button>
          )}
        </div>
      ))}
      <Refusal says={refusal} />
    </>
  );
}
