import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import type {
  RectificationCard,
  RectificationsView,
  Stage,
} from '../../../shared/views/rectifications.ts';
import { rectifications as boardWords } from '../../../shared/words/rectifications.ts';
import type { TabProps } from '../tabs.ts';
import { ByHand } from './byHand.tsx';
import { Card } from './card.tsx';
import { Practices } from './practices.tsx';
import './rectification.css';

/** What is under way, by what it waits for. */
const OPEN: readonly Stage[] = ['open', 'planned', 'ready'];

/** 整改: the board, and good practice beside it. `#rectification/ID` marks one. */
export function Page({ link, path }: TabProps) {
  const view = link.view({ name: 'rectifications' }).value?.view ?? null;
  const w = words(boardWords);
  if (!view) return null;
  const [marked] = path;
  const of = (stage: Stage) => view.all.filter((card) => card.stage === stage);
  const open = view.all.filter((card) => card.stage !== 'closed');
  const closed = of('closed');
  return (
    <div class="board">
      <header class="board-head">
        <h1>{w.title}</h1>
        <ByHand link={link} view={view} />
      </header>
      <div class="board-main">
        {open.length === 0 ? (
          <Empty says={w.empty} means={w.emptyMeans} isGood />
        ) : (
          <div class="board-stages">
            {OPEN.map((stage) => (
              <Column key={stage} {...{ stage, view, link, marked }} cards={of(stage)} />
            ))}
          </div>
        )}
        {closed.length > 0 && <Column stage="closed" {...{ view, link, marked }} cards={closed} />}
      </div>
      <Practices link={link} view={view} />
    </div>
  );
}

interface ColumnProps {
  readonly stage: Stage;
  readonly cards: readonly RectificationCard[];
  readonly view: RectificationsView;
  readonly link: TabProps['link'];
  readonly marked: string | undefined;
}

function Column({ stage, cards, view, link, marked }: ColumnProps) {
  const w = words(boardWords);
  return (
    <section class={`board-stage board-${stage}`} aria-label={w.stages[stage]}>
      <h2>
        {w.stages[stage]} <b>{cards.length}</b>
      </h2>
      {cards.length === 0 && <p class="board-none">{w.none}</p>}
      <ul>
        {cards.map((card) => (
          <Card key={card.id} {...{ card, view, link, isMarked: card.id === marked }} />
        ))}
      </ul>
    </section>
  );
}
