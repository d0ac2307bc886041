import { useState } from 'preact/hooks';
import { ROLES, type Role } from '../../../shared/city/context.ts';
import type { NodeId, PersonId } from '../../../shared/city/ids.ts';
import type { AccountRow } from '../../../shared/city/views/people.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { Sure } from '../../../shared/screen/sure.tsx';
import { moment } from '../../../shared/screen/time.ts';
import { city as cityWords } from '../../../shared/words/city.ts';
import { citySettings } from '../../../shared/words/citySettings.ts';
import { useCity } from '../question.ts';
import type { CityProps } from '../tabs.ts';
import { Choice, Code, TextField } from './fields.tsx';
import { mayChange } from './mayChange.ts';

interface Told {
  readonly who: string;
  readonly code: string;
}

/** Who may come in, as what, with which unit in hand. */
export function PeoplePart(props: CityProps) {
  const { link, shell } = props;
  const w = words(citySettings).people;
  const said = useCity(link, { type: 'people' }, shell.decided);
  const [told, tell] = useState<Told | null>(null);
  if (said.is === 'refused') return <p role="alert">{pick(said.says)}</p>;
  if (said.is !== 'known') return null;
  const accounts = [...said.answer.accounts].sort((a, b) => (a.person < b.person ? -1 : 1));
  return (
    <div class="city-part">
      {told && (
        <Code
          {...{ title: w.code(told.who), code: told.code, means: w.codeMeans }}
          done={() => tell(null)}
        />
      )}
      <ul class="city-rows">
        {accounts.map((account) => (
          <AccountLine key={account.person} {...props} account={account} tell={tell} />
        ))}
      </ul>
      {mayChange(props) && <NewAccount {...props} tell={tell} />}
    </div>
  );
}

type LineProps = CityProps & { readonly account: AccountRow; tell: (told: Told) => void };

function AccountLine(props: LineProps) {
  const { link, shell, account, tell } = props;
  const w = words(citySettings).people;
  const { busy, refusal, run } = useAsk();
  const { person, name, closedAt } = account;
  const node = shell.nodes.find(({ id }) => id === account.node);
  const invite = () =>
    void run(async () => {
      const answer = await link.request({ type: 'account.invite', person });
      if (answer?.ok && answer.code) tell({ who: name ?? person, code: answer.code });
      return answer;
    });
  return (
    <li data-closed={closedAt !== null || undefined}>
      <p>
        <strong>{name ?? person}</strong>
        <span>{name ? person : ''}</span>
        <span>{words(cityWords).roles[account.role]}</span>
        <span>{account.node === null ? w.all : node ? pick(node.name) : account.node}</span>
        <small>{closedAt !== null ? w.closed : lastSeen(account, props)}</small>
      </p>
      {mayChange(props) && closedAt === null && (
        <div>
          <Button {...{ kind: 'quiet', busy }} onPress={invite}>
            {w.invite}
          </Button>
          {person !== shell.you.person && (
            <Sure
              {...{ busy, question: w.closeSure }}
              onSure={() => void run(() => link.send({ type: 'account.close', person }))}
            >
              {w.close}
            </Sure>
          )}
        </div>
      )}
      <Refusal says={refusal} />
    </li>
  );
}

function lastSeen({ signedInAt, passwordAt }: AccountRow, { link, shell }: CityProps): string {
  const w = words(citySettings).people;
  if (passwordAt === null) return w.noPassword;
  if (signedInAt === null) return w.never;
  return w.signedIn(moment({ timeZone: shell.timeZone, offset: 0 }, signedInAt, link.hubNow()));
}

function NewAccount({ link, shell, tell }: CityProps & { tell: (told: Told) => void }) {
  const w = words(citySettings).people;
  const [person, number] = useState('');
  const [name, call] = useState('');
  const [role, be] = useState<Role>('operations');
  const [node, under] = useState<string>(shell.you.node ?? '');
  const { busy, refusal, run } = useAsk();
  const submit = async (event: Event) => {
    event.preventDefault();
    const id = person.trim() as PersonId;
    const place = { person: id, role, node: (node || null) as NodeId | null };
    const done = await run(
      () => link.send({ type: 'account.add', ...place }),
      async () => link.request({ type: 'account.name', person: id, name: name.trim() }),
      async () => {
        const answer = await link.request({ type: 'account.invite', person: id });
        if (answer?.ok && answer.code) tell({ who: name.trim(), code: answer.code });
        return answer;
      },
    );
    if (!done) return;
    number('');
    call('');
  };
  const units = shell.nodes.map(
    ({ id, name: unit, depth }) => [id, `${'\u2003'.repeat(depth)}${pick(unit)}`] as const,
  );
  return (
    <form class="row-form city-form" onSubmit={(event) => void submit(event)}>
      <h2>{w.add}</h2>
      <TextField label={w.person} value={person} onText={number} most={32} />
      <TextField label={w.name} value={name} onText={call} />
      <Choice
        label={w.role}
        value={role}
        options={ROLES.map((one) => [one, words(cityWords).roles[one]])}
        onChoose={(one) => be(one as Role)}
      />
      <Choice
        label={w.unit}
        value={node}
        options={shell.you.node === null ? [['', w.all], ...units] : units}
        onChoose={under}
      />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.add}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}
