import { useState } from 'preact/hooks';
import { localTime } from '../../../shared/calendar.ts';
import type { NodeId } from '../../../shared/city/ids.ts';
import type { ShellBranch } from '../../../shared/city/views/shell.ts';
import type { CityReceived } from '../../../shared/city/wire.ts';
import type { BranchId } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { Sure } from '../../../shared/screen/sure.tsx';
import { dateLine } from '../../../shared/screen/time.ts';
import { citySettings } from '../../../shared/words/citySettings.ts';
import type { CityProps } from '../tabs.ts';
import { Code, TextField } from './fields.tsx';
import { mayChange } from './mayChange.ts';

interface Told {
  readonly name: string;
  readonly code: string;
  readonly lost: { readonly seq: number; readonly at: number } | null;
}

/** How a branch joins, where it belongs, and a new ledger for one that lost its own. */
export function BranchesPart(props: CityProps) {
  const { shell } = props;
  const w = words(citySettings).branches;
  const [told, tell] = useState<Told | null>(null);
  const place = { timeZone: shell.timeZone, offset: 0 };
  return (
    <div class="city-part">
      {told && (
        <Code
          {...{ title: w.code(told.name), code: told.code, means: w.codeMeans }}
          done={() => tell(null)}
        >
          {told.lost && <p>{w.lost(told.lost.seq, dateLine(place, told.lost.at))}</p>}
        </Code>
      )}
      {shell.branches.length === 0 && <Empty says={w.none} means={w.noneMeans} />}
      <ul class="city-rows">
        {shell.branches.map((branch) => (
          <BranchLine key={branch.id} {...props} branch={branch} tell={tell} />
        ))}
      </ul>
      {mayChange(props) && shell.you.node === null && <Enrol {...props} tell={tell} />}
    </div>
  );
}

type LineProps = CityProps & { readonly branch: ShellBranch; tell: (told: Told) => void };

const told = (name: string, answer: CityReceived | null): Told | null =>
  answer?.ok && answer.code ? { name, code: answer.code, lost: answer.lost ?? null } : null;

function BranchLine(props: LineProps) {
  const { link, shell, branch, tell } = props;
  const w = words(citySettings).branches;
  const { busy, refusal, run } = useAsk();
  const node = shell.nodes.find(({ id }) => id === branch.node);
  const bind = (to: string) => {
    if (!to) return;
    const from = localTime(shell.timeZone, link.hubNow()).date;
    const first = branch.node === null ? (`${from.slice(0, 5)}01-01` as typeof from) : from;
    void run(() =>
      link.send({ type: 'branch.bind', branch: branch.id, node: to as NodeId, from: first }),
    );
  };
  const epoch = () =>
    void run(async () => {
      const answer = await link.request({ type: 'branch.epoch', branch: branch.id });
      const code = told(branch.name, answer);
      if (code) tell(code);
      return answer;
    });
  return (
    <li>
      <p>
        <strong>{branch.name}</strong>
        <small>{branch.id}</small>
        {!mayChange(props) && <span>{node ? pick(node.name) : w.unbound}</span>}
      </p>
      {mayChange(props) && (
        <div>
          <select
            aria-label={`${branch.name} ${w.bind}`}
            value={branch.node ?? ''}
            onChange={(event) => bind(event.currentTarget.value)}
          >
            <option value="">{w.unbound}</option>
            {shell.nodes.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {`${'\u2003'.repeat(depth)}${pick(name)}`}
              </option>
            ))}
          </select>
          <Sure {...{ busy, question: w.epochSure }} onSure={epoch}>
            {w.epoch}
          </Sure>
        </div>
      )}
      <Refusal says={refusal} />
    </li>
  );
}

function Enrol({ link, tell }: CityProps & { tell: (told: Told) => void }) {
  const w = words(citySettings).branches;
  const [id, number] = useState('');
  const [name, call] = useState('');
  const { busy, refusal, run } = useAsk();
  const submit = async (event: Event) => {
    event.preventDefault();
    const done = await run(async () => {
      const branch = id.trim() as BranchId;
      const answer = await link.request({ type: 'branch.enrol', branch, name: name.trim() });
      const code = told(name.trim(), answer);
      if (code) tell(code);
      return answer;
    });
    if (!done) return;
    number('');
    call('');
  };
  return (
    <form class="row-form city-form" onSubmit={(event) => void submit(event)}>
      <h2>{w.enrol}</h2>
      <TextField label={w.id} value={id} most={32} onText={number} />
      <TextField label={w.name} value={name} onText={call} />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.get}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}
