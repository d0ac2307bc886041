import { useState } from 'preact/hooks';
import { localTime } from '../../../shared/calendar.ts';
import type { NodeId, PersonId } from '../../../shared/city/ids.ts';
import { LEVELS, type Level } from '../../../shared/city/levels/state.ts';
import { POSTS_AT, type Post } from '../../../shared/city/posts/state.ts';
import type { OfficesPage } from '../../../shared/city/views/settings.ts';
import type { ShellNode } from '../../../shared/city/views/shell.ts';
import type { BusinessDate } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { city as cityWords } from '../../../shared/words/city.ts';
import { citySettings } from '../../../shared/words/citySettings.ts';
import { useCity } from '../question.ts';
import type { CityProps } from '../tabs.ts';
import { Choice, TextField } from './fields.tsx';
import { mayChange } from './mayChange.ts';

/** 机构与岗位: the tree, and who holds which post since when. */
export function TreePart(props: CityProps) {
  const { link, shell } = props;
  const w = words(citySettings).tree;
  const said = useCity(link, { type: 'offices' }, shell.decided);
  const offices = said.is === 'known' ? said.answer : null;
  return (
    <div class="city-part">
      {shell.nodes.length === 0 && <Empty says={w.none} means={w.noneMeans} />}
      <ul class="city-rows city-tree">
        {shell.nodes.map((node) => (
          <li key={node.id} style={{ '--depth': node.depth }}>
            <p>
              <strong>{pick(node.name)}</strong>
              <span>{words(cityWords).levels[node.level]}</span>
              <small>{node.id}</small>
            </p>
            {offices && <Holders node={node} offices={offices} />}
          </li>
        ))}
      </ul>
      {mayChange(props) && (
        <>
          <NewNode {...props} />
          {shell.nodes.some(({ level }) => POSTS_AT[level]) && <Hold {...props} />}
        </>
      )}
    </div>
  );
}

function Holders({ node, offices }: { node: ShellNode; offices: OfficesPage }) {
  const w = words(citySettings).tree;
  const posts = POSTS_AT[node.level] ?? [];
  return (
    <p class="city-holders">
      {posts.map((post) => {
        const office = offices.posts.find((one) => one.node === node.id && one.post === post);
        const last = office?.holders.at(-1);
        const who = last?.is ? (offices.people[last.is] ?? last.is) : w.vacant;
        return (
          <span key={post}>
            {words(cityWords).posts[post]} <strong>{who}</strong>{' '}
            {last && <small>{w.since(last.from)}</small>}
          </span>
        );
      })}
    </p>
  );
}

const today = ({ link, shell }: CityProps) =>
  localTime(shell.timeZone, link.hubNow()).date as BusinessDate;

const unitsOf = (nodes: readonly ShellNode[]) =>
  nodes.map(({ id, name, depth }) => [id, `${'\u2003'.repeat(depth)}${pick(name)}`] as const);

function NewNode(props: CityProps) {
  const { link, shell } = props;
  const w = words(citySettings).tree;
  const [root] = shell.nodes;
  const [told, tell] = useState({
    ...{ node: '', zh: '', en: '', from: `${today(props).slice(0, 8)}01` },
    ...{ level: (root ? 'outlet' : 'city') as Level, parent: root?.id ?? '' },
  });
  const set = (more: Partial<typeof told>) => tell({ ...told, ...more });
  const { busy, refusal, run } = useAsk();
  const submit = async (event: Event) => {
    event.preventDefault();
    const { node, zh, en, from, level, parent } = told;
    const done = await run(() =>
      link.send({
        ...{ type: 'node.open', node: node.trim() as NodeId, level, from: from as BusinessDate },
        ...{ parent: (parent || null) as NodeId | null, name: { zh: zh.trim(), en: en.trim() } },
      }),
    );
    if (done) set({ node: '', zh: '', en: '' });
  };
  return (
    <form class="row-form city-form" onSubmit={(event) => void submit(event)}>
      <h2>{w.add}</h2>
      <TextField label={w.id} value={told.node} most={32} onText={(node) => set({ node })} />
      <TextField label={w.nameZh} value={told.zh} onText={(zh) => set({ zh })} />
      <TextField label={w.nameEn} value={told.en} most={80} onText={(en) => set({ en })} />
      <Choice
        label={w.level}
        value={told.level}
        options={LEVELS.map((level) => [level, words(cityWords).levels[level]])}
        onChoose={(level) => set({ level: level as Level })}
      />
      <Choice
        label={w.parent}
        value={told.parent}
        options={[['', w.top], ...unitsOf(shell.nodes)]}
        onChoose={(parent) => set({ parent })}
      />
      <TextField label={w.from} value={told.from} type="date" onText={(from) => set({ from })} />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.add}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}

function Hold(props: CityProps) {
  const { link, shell } = props;
  const w = words(citySettings).tree;
  const units = shell.nodes.filter(({ level }) => POSTS_AT[level]);
  const [node, at] = useState<string>(units[0]?.id ?? '');
  const level = units.find(({ id }) => id === node)?.level;
  const posts = (level && POSTS_AT[level]) ?? [];
  const [post, choose] = useState<string>('');
  const [person, name] = useState('');
  const [from, since] = useState(`${today(props).slice(0, 8)}01`);
  const { busy, refusal, run } = useAsk();
  const held = (posts.includes(post as Post) ? post : posts[0]) as Post;
  const submit = async (event: Event) => {
    event.preventDefault();
    const holder = person.trim() as PersonId;
    const done = await run(() =>
      link.send({
        ...{ type: 'post.hold', node: node as NodeId, post: held },
        ...{ person: holder, from: from as BusinessDate },
      }),
    );
    if (done) name('');
  };
  return (
    <form class="row-form city-form" onSubmit={(event) => void submit(event)}>
      <h2>{w.hold}</h2>
      <Choice label={w.parent} value={node} options={unitsOf(units)} onChoose={at} />
      <Choice
        label={w.post}
        value={held ?? ''}
        options={posts.map((one) => [one, words(cityWords).posts[one]])}
        onChoose={choose}
      />
      <TextField label={w.holder} value={person} most={32} onText={name} />
      <TextField label={w.from} value={from} type="date" onText={since} />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.hold}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}
