import { X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { NodeId } from '../../../shared/city/ids.ts';
import type { ShellView } from '../../../shared/city/views/shell.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { Sure } from '../../../shared/screen/sure.tsx';
import { citySent } from '../../../shared/words/citySent.ts';
import { Choice } from '../settings/fields.tsx';
import { Letter, linesOf, type Written } from './letter.tsx';
import type { BoardProps } from './props.ts';

const blank: Written = { is: 'notice', title: '', text: '', tag: '' };

interface NoticeFormProps extends BoardProps {
  readonly done: () => void;
  readonly close: () => void;
}

/** 通知 to all branches below some units. Pressed twice: it is read at once, and cannot be unread. */
export function NoticeForm({ link, shell, unit, done, close }: NoticeFormProps) {
  const w = words(citySent);
  const [nodes, reach] = useState<readonly NodeId[]>([unit]);
  const [letter, write] = useState(blank);
  const { busy, refusal, run } = useAsk();
  const n = branchesBelow(shell, nodes).length;
  const isReady = letter.title.trim() !== '' && n > 0;
  const send = async () => {
    const { is, title, text, tag } = letter;
    const notice = {
      ...{ is, title: title.trim(), lines: linesOf(text) },
      ...(tag.trim() && { tag: tag.trim() }),
    };
    const to = { nodes: [...nodes] };
    if (await run(() => link.send({ type: 'sent.notice', to, notice }))) done();
  };
  return (
    <section class="row-form city-form" aria-label={w.post}>
      <h2>{w.post}</h2>
      <To {...{ shell, nodes, reach, n }} />
      <Letter value={letter} onValue={write} />
      <div class="board-acts whole">
        {isReady ? (
          <Sure {...{ busy, question: w.sendSure(n) }} kind="next" onSure={() => void send()}>
            {w.send}
          </Sure>
        ) : (
          <Button disabled onPress={() => {}}>
            {w.send}
          </Button>
        )}
        <Button kind="quiet" onPress={close}>
          {w.back}
        </Button>
      </div>
      <Refusal says={refusal} />
    </section>
  );
}

/** Branches bound to one of these units, or to any below it. */
function branchesBelow({ nodes, branches }: ShellView, chosen: readonly NodeId[]) {
  const parent = new Map(nodes.map((node) => [node.id, node.parent]));
  const isBelow = (node: NodeId | null): boolean =>
    node !== null && (chosen.includes(node) || isBelow(parent.get(node) ?? null));
  return branches.filter(({ node }) => isBelow(node));
}

interface ToProps {
  readonly shell: ShellView;
  readonly nodes: readonly NodeId[];
  readonly reach: (nodes: readonly NodeId[]) => void;
  readonly n: number;
}

function To({ shell, nodes, reach, n }: ToProps) {
  const w = words(citySent);
  const nameOf = (id: NodeId) => {
    const node = shell.nodes.find((one) => one.id === id);
    return node ? pick(node.name) : id;
  };
  const left = shell.nodes.filter(({ id }) => !nodes.includes(id));
  return (
    <div class="board-to whole">
      <Choice
        label={w.to}
        value=""
        options={[
          ['', w.add],
          ...left.map(
            ({ id, name, depth }) => [id, `${'\u2003'.repeat(depth)}${pick(name)}`] as const,
          ),
        ]}
        onChoose={(id) => id && reach([...nodes, id as NodeId])}
      />
      <ul class="chips">
        {nodes.map((id) => (
          <li key={id}>
            <Button
              {...{ pressed: true, label: w.remove(nameOf(id)), icon: <X aria-hidden="true" /> }}
              onPress={() => reach(nodes.filter((one) => one !== id))}
            >
              {nameOf(id)}
            </Button>
          </li>
        ))}
      </ul>
      <small>{nodes.length === 0 ? w.nobody : w.toMeans(n)}</small>
    </div>
  );
}
