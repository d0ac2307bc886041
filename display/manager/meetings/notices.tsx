import { useState } from 'preact/hooks';
import type { NoticeKind } from '../../../shared/floor/notices/commands.ts';
import type { Notice } from '../../../shared/floor/notices/state.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { Enclosed, Origin } from '../../../shared/screen/fromCity.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { Sure } from '../../../shared/screen/sure.tsx';
import { moment } from '../../../shared/screen/time.ts';
import type { NoticesView } from '../../../shared/views/notices.ts';
import { fromCity as cityWords } from '../../../shared/words/fromCity.ts';
import { notices as noticeWords } from '../../../shared/words/notices.ts';
import { choices, Field } from '../../devices/field.tsx';
import { linesOf } from './here.tsx';
import type { RoomProps } from './page.tsx';
import { namesOf } from './people.ts';

/** 通报, 通知, 警示: the board, who has read what, and a new one. */
export function NoticesPage({ link }: RoomProps) {
  const w = words(noticeWords);
  const view = link.view({ name: 'notices' }).value?.view ?? null;
  const [isOpen, open] = useState(false);
  if (!view) return null;
  return (
    <section class="room part" aria-label={w.title}>
      <header>
        <h2>{w.title}</h2>
        <Button onPress={() => open(!isOpen)}>{isOpen ? w.cancel : w.add}</Button>
      </header>
      {isOpen && <NoticeForm {...{ link, view }} onDone={() => open(false)} />}
      {view.list.length === 0 && <Empty says={w.nothing} />}
      <ul class="lines">
        {view.list.map((n) => (
          <Item key={n.id} {...{ link, view, notice: n }} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly link: Link;
  readonly view: NoticesView;
  readonly notice: Notice;
}

function Item({ link, view, notice }: ItemProps) {
  const w = words(noticeWords);
  const c = words(cityWords);
  const { busy, refusal, run } = useAsk();
  const { id, kind, title, lines, tag, at, by, escalated, read, from, withdrawn } = notice;
  const here = link.you.value?.person?.id;
  const isToRead = from && !withdrawn && here && !read.some((r) => r.person === here);
  const nameOf = namesOf(view.people);
  const readers = view.people.filter((p) => from || p.id !== by);
  const unread = readers.filter((p) => !read.some((r) => r.person === p.id));
  return (
    <li class={withdrawn ? 'withdrawn' : undefined}>
      <div class="line-row">
        <Origin from={from} />
        <strong class="notice-kind" data-kind={kind}>
          {w.kinds[kind]}
        </strong>
        <strong>{title}</strong>
        {tag && <span class="tag">{tag}</span>}
        <span>{moment(view.branch, at, 0)}</span>
        {escalated && <span>{w.escalated(escalated.times)}</span>}
        {!from && (
          <Sure
            {...{ busy, question: w.withdrawSure }}
            onSure={() => void run(() => link.send({ type: 'notice.withdraw', notice: id }))}
          >
            {w.withdraw}
          </Sure>
        )}
        {isToRead && (
          <Button
            {...{ busy }}
            onPress={() => void run(() => link.send({ type: 'notice.read', notice: id }))}
          >
            {c.read}
          </Button>
        )}
      </div>
      {withdrawn && <span>{c.withdrawn(withdrawn.why)}</span>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {!withdrawn && <Enclosed from={from} />}
      <details class="readers">
        <summary>
          {unread.length === 0
            ? w.everybody
            : w.read(readers.length - unread.length, readers.length)}
        </summary>
        {unread.length > 0 && (
          <p>
            {w.unread} {unread.map((p) => nameOf(p.id)).join(' · ')}
          </p>
        )}
      </details>
      <Refusal says={refusal} />
    </li>
  );
}

interface NoticeFormProps extends Pick<ItemProps, 'link' | 'view'> {
  readonly onDone: () => void;
}

interface Posting {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly text: string;
  readonly tag: string;
}

function NoticeForm({ link, view, onDone }: NoticeFormProps) {
  const w = words(noticeWords);
  const blank: Posting = { kind: 'notice', title: '', text: '', tag: '' };
  const draft = useDraft<Posting>(link, 'notice.post', blank);
  const { busy, refusal, run } = useAsk();
  const { value, set } = draft;
  const submit = async (event: Event) => {
    event.preventDefault();
    const tag = value.tag.trim();
    const posted = { kind: value.kind, title: value.title.trim(), lines: linesOf(value.text) };
    const sent = await run(() =>
      link.send({ type: 'notice.post', ...posted, ...(tag && { tag }) }),
    );
    if (!sent) return;
    draft.clear();
    onDone();
  };
  return (
    <form class="row-form" onSubmit={submit}>
      <fieldset class="chips whole" aria-label={w.kind}>
        {choices<NoticeKind>(w.kinds).map(([kind, name]) => (
          <Button key={kind} pressed={value.kind === kind} onPress={() => set({ kind })}>
            {name}
          </Button>
        ))}
      </fieldset>
      <Field
        {...{ label: w.subject, value: value.title, onValue: (title) => set({ title }) }}
        more={{ required: true, maxLength: 80 }}
      />
      <Field
        {...{ label: w.tag, value: value.tag, onValue: (tag) => set({ tag }) }}
        more={{ maxLength: 24, placeholder: w.tagEg }}
      />
      <label class="field whole">
        <small>{w.text}</small>
        <textarea
          {...{ rows: 4, value: value.text }}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </label>
      <p class="quiet whole">{w.repeats(view.repeats.times, view.repeats.days)}</p>
      <button type="submit" class="button button-next" disabled={busy}>
        {w.post}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}
