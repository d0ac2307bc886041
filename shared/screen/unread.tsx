import { useState } from 'preact/hooks';
import type { Unread as UnreadPart } from '../views/notices.ts';
import { notices as noticeWords } from '../words/notices.ts';
import { useAsk } from './ask.ts';
import { Button } from './button.tsx';
import { Enclosed, Origin } from './fromCity.tsx';
import { words } from './language.ts';
import type { Link } from './link.ts';
import { Refusal } from './notice.tsx';
import './unread.css';

interface UnreadProps {
  readonly link: Link;
  readonly unread: readonly UnreadPart[];
}

/** 未阅: a quiet line for whoever is signed in here, in its own place, never over the work. */
export function Unread({ link, unread }: UnreadProps) {
  const w = words(noticeWords);
  const [open, setOpen] = useState<string | null>(null);
  const { busy, refusal, run } = useAsk();
  const person = link.you.value?.person?.id;
  const mine = unread.find((u) => u.person === person);
  if (!mine) return null;
  const { id, kind, title, lines, from } = mine.newest;
  const isOpen = open === id;
  return (
    <section class="unread" aria-label={w.title}>
      <p>
        <b>{w.waiting(mine.count)}</b>
        <Origin from={from} />
        <span>
          {w.kinds[kind]} · {title}
        </span>
        <Button kind="quiet" onPress={() => setOpen(isOpen ? null : id)}>
          {isOpen ? w.later : w.open}
        </Button>
      </p>
      {isOpen && (
        <div>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <Enclosed from={from} />
          <Button
            {...{ busy }}
            onPress={() => void run(() => link.send({ type: 'notice.read', notice: id }))}
          >
            {w.done}
          </Button>
        </div>
      )}
      <Refusal says={refusal} />
    </section>
  );
}
