import { Lightbulb } from 'lucide-preact';
import type { AdviceCard, AdvicePart, More, TakenCard } from '../views/advice.ts';
import type { Branch } from '../views/parts.ts';
import { advice as adviceWords } from '../words/advice.ts';
import { line as lineWords } from '../words/line.ts';
import './advice.css';
import { Button } from './button.tsx';
import { pick, words } from './language.ts';
import type { Link } from './link.ts';
import { Refusal } from './notice.tsx';
import { usePress } from './press.ts';
import { clockTime } from './time.ts';

export interface AdviceProps {
  readonly link: Link;
  readonly advice: AdvicePart;
  readonly branch: Branch;
}

/** What would help now, with one touch to accept it; below, what came of the day's. */
export function Advice({ link, advice, branch }: AdviceProps) {
  const press = usePress(link);
  const w = words(adviceWords);
  if (advice.now.length === 0 && advice.taken.length === 0) return null;
  return (
    <section class="advice" aria-label={w.title}>
      {advice.now.map((card) => (
        <div class="advice-now" key={`${card.does} ${card.counter}`}>
          <Lightbulb aria-hidden="true" />
          <p>
            {sentence(card, branch)}
            <small>{w.basis}</small>
          </p>
          <Button
            busy={press.busy}
            onPress={() =>
              void press.send({ type: 'advice.accept', does: card.does, counter: card.counter })
            }
          >
            {w.accept}
          </Button>
        </div>
      ))}
      <Refusal says={press.refusal} />
      {advice.taken.length > 0 && (
        <>
          <h3>{w.taken}</h3>
          <ul class="advice-taken">
            {advice.taken.map((card) => (
              <Taken key={card.id} {...{ card, branch }} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Taken({ card, branch }: { card: TakenCard; branch: Branch }) {
  const w = words(adviceWords);
  const promised = w.promised(clockTime(branch, card.until), card.to);
  return (
    <li>
      <time>{clockTime(branch, card.at)}</time>
      <p>
        {w.did[card.does](pick(card.name))} · {stateOf(card, branch)}
        <small>
          {promised}
          {card.figure !== null && <b> · {w.came(card.figure)}</b>}
        </small>
      </p>
    </li>
  );
}

function stateOf({ followedAt, figure }: TakenCard, branch: Branch): string {
  const w = words(adviceWords);
  if (followedAt !== null) return w.followed(clockTime(branch, followedAt));
  return figure === null ? w.waits : w.notFollowed;
}

function sentence(card: AdviceCard, branch: Branch): string {
  const { does, name, from, to, until, class: cls, more } = card;
  const who = words(lineWords).classes[cls];
  const promised = { name: pick(name), time: clockTime(branch, until), who, from, to };
  return words(adviceWords).of[does]({ ...promised, more: more ? namesOf(more) : '' });
}

/** What a counter takes besides, as words. */
export function namesOf({ services, classes }: More): string {
  const known: Record<string, string> = words(lineWords).classes;
  const names = [...services.map((name) => pick(name)), ...classes.map((cls) => known[cls] ?? '')];
  return names.join(words(adviceWords).and);
}
