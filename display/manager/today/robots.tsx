import { useState } from 'preact/hooks';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { clockTime } from '../../../shared/screen/time.ts';
import type { Branch } from '../../../shared/views/parts.ts';
import type { LetterRow, RobotRow } from '../../../shared/views/robots.ts';
import { robots as robotWords } from '../../../shared/words/robots.ts';
import './robots.css';

/** What group robots sent, wait with and failed to send. Nothing where none is set. */
export function Robots({ link, branch }: { link: Link; branch: Branch }) {
  const view = link.view({ name: 'robots' }).value?.view ?? null;
  const [open, setOpen] = useState(false);
  const w = words(robotWords);
  if (!view || view.robots.length === 0) return null;
  return (
    <section class="robots" aria-label={w.title}>
      <h2>{w.title}</h2>
      <ul>
        {view.robots.map((robot) => (
          <Robot key={robot.id} robot={robot} branch={branch} />
        ))}
      </ul>
      {view.letters.length > 0 && (
        <Button kind="quiet" pressed={open} onPress={() => setOpen(!open)}>
          {w.more(view.letters.length)}
        </Button>
      )}
      {open && (
        <ol>
          {view.letters.map((letter) => (
            <Letter key={`${letter.robot} ${letter.at} ${letter.text}`} {...{ letter, branch }} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** Wall times, as they are kept; on the branch's own clock. */
const wallTime = (branch: Branch, wall: number) => clockTime({ ...branch, offset: 0 }, wall);

function Robot({ robot, branch }: { robot: RobotRow; branch: Branch }) {
  const w = words(robotWords);
  const { id, kind, waiting, heldUntil } = robot;
  return (
    <li>
      <strong>{`${w.kinds[kind]} ${id}`}</strong>
      <small>
        {heldUntil !== null
          ? w.held(wallTime(branch, heldUntil))
          : waiting > 0
            ? w.waiting(waiting)
            : w.quiet}
      </small>
    </li>
  );
}

function Letter({ letter, branch }: { letter: LetterRow; branch: Branch }) {
  const w = words(robotWords);
  const { at, robot, state, why, text } = letter;
  return (
    <li class={`letter-${state}`}>
      <small>
        {[wallTime(branch, at), robot, w.states[state], why && w.why(why)]
          .filter(Boolean)
          .join(' · ')}
      </small>
      <p>{text}</p>
    </li>
  );
}
