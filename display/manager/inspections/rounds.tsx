import { PATROL, type PatrolAnswer } from '../../../shared/floor/inspections/patrols.ts';
import type { LobbyCommand } from '../../../shared/lobby.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { clockTime } from '../../../shared/screen/time.ts';
import type { InspectionsView, RoundCard } from '../../../shared/views/inspections.ts';
import { inspected } from '../../../shared/words/inspected.ts';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';
import { addressOf, goTo } from '../address.ts';
import { Text } from '../complaints/fields.tsx';
import { Photos } from './photos.tsx';

/** The lobby manager's three rounds of a day, late ones marked. */
export function Rounds({ view }: { view: InspectionsView }) {
  const w = words(inspectionWords);
  return (
    <section class="part" aria-label={w.rounds}>
      <h2>{w.rounds}</h2>
      <ul class="rounds">
        {view.rounds.map((card) => {
          const last = card.done.at(-1);
          const wrong = last?.answers.filter(({ ok }) => !ok).length ?? 0;
          return (
            <li key={card.round}>
              <a href={addressOf('inspections', card.round)}>
                <strong>{w.round[card.round]}</strong>
                <small>
                  {last ? w.done(clockTime(view.branch, last.at)) : w.notYet}
                  {last?.late && <em> {w.late}</em>}
                  {!last && card.due && ` · ${w.dueBy(card.due)}`}
                  {wrong > 0 && ` · ${w.wrong(wrong)}`}
                </small>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Answers = Readonly<Record<string, PatrolAnswer>>;

/** One round as a numbered list: yes or no, and where it is no, what was seen. */
export function RoundPage({ link, card }: { link: Link; card: RoundCard }) {
  const w = words(inspectionWords);
  const { round } = card;
  const items: readonly string[] = PATROL[round];
  const blank: { readonly answers: Answers } = { answers: {} };
  const { value, set, clear } = useDraft(link, `patrol ${round}`, blank);
  const { busy, refusal, run } = useAsk();
  const answer = (item: string, change: Partial<PatrolAnswer>) =>
    set({
      answers: { ...value.answers, [item]: { ok: true, ...value.answers[item], item, ...change } },
    });
  const isReady = items.every((item) => {
    const given = value.answers[item];
    return given && (given.ok || given.remark?.trim());
  });
  const send = async () => {
    const answers = items.flatMap((item) => value.answers[item] ?? []);
    const command = { type: 'inspection.patrol', round, answers } as unknown as LobbyCommand;
    if (!(await run(() => link.send(command)))) return;
    clear();
    goTo('inspections');
  };
  const all = () =>
    set({
      answers: Object.fromEntries(
        items.map((item) => [item, value.answers[item] ?? { item, ok: true }]),
      ),
    });
  return (
    <div class="records complaints">
      <a class="back" href={addressOf('inspections')}>
        {w.back}
      </a>
      <h1>{w.round[round]}</h1>
      <ol class="checks">
        {items.map((item) => (
          <Item
            key={item}
            {...{ round, item }}
            given={value.answers[item]}
            onAnswer={(c) => answer(item, c)}
          />
        ))}
      </ol>
      <Refusal says={refusal} />
      <div class="acts foot">
        <Button onPress={all}>{w.allYes}</Button>
        <Button {...{ kind: 'next', busy, disabled: !isReady }} onPress={() => void send()}>
          {w.send}
        </Button>
      </div>
    </div>
  );
}

interface ItemProps {
  readonly round: RoundCard['round'];
  readonly item: string;
  readonly given: PatrolAnswer | undefined;
  readonly onAnswer: (change: Partial<PatrolAnswer>) => void;
}

function Item({ round, item, given, onAnswer }: ItemProps) {
  const w = words(inspectionWords);
  const texts: Readonly<Record<string, string>> = words(inspected).patrol[round];
  return (
    <li>
      <p>{texts[item]}</p>
      <div class="acts">
        <Button pressed={given?.ok === true} onPress={() => onAnswer({ ok: true })}>
          {w.yes}
        </Button>
        <Button pressed={given?.ok === false} onPress={() => onAnswer({ ok: false })}>
          {w.no}
        </Button>
      </div>
      {given?.ok === false && (
        <div class="check-more">
          <Text
            name={w.remark}
            most={200}
            value={given.remark ?? ''}
            onType={(remark) => onAnswer({ remark })}
          />
          <Photos photos={given.photos ?? []} onChange={(photos) => onAnswer({ photos })} />
        </div>
      )}
    </li>
  );
}
