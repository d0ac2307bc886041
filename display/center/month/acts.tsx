import { useState } from 'preact/hooks';
import type { CityCommand } from '../../../shared/city/city.ts';
import type { PersonId } from '../../../shared/city/ids.ts';
import type { Proposal } from '../../../shared/city/months/state.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { cityProposals } from '../../../shared/words/cityProposals.ts';
import type { StepProps } from './page.tsx';

type Act = 'confirm' | 'reject' | 'appeal' | 'grant' | 'dismiss';

/** What may be done with a proposal as it stands. */
const ACTS: Readonly<Record<Proposal['is'], readonly Act[]>> = {
  open: ['confirm', 'reject'],
  confirmed: ['appeal'],
  appealed: ['grant', 'dismiss'],
  rejected: [],
  revoked: [],
  lapsed: [],
};

/** Confirming takes one press; all else is said with its reason. */
export function Acts({ link, shell, may, one }: StepProps & { one: Proposal }) {
  const w = words(cityProposals);
  const [open, go] = useState<Act | null>(null);
  const { busy, refusal, run } = useAsk();
  const { role } = shell.you;
  const acts = ACTS[one.is].filter((act) => may || (act === 'appeal' && role === 'leader'));
  if (acts.length === 0) return null;
  const send = (command: CityCommand) => run(() => link.send(command)).then((ok) => ok && go(null));
  const press = (act: Act) => {
    if (act !== 'confirm') return go(act);
    void send({ type: 'proposal.confirm', proposal: one.id, note: null });
  };
  return (
    <div class="proposal-acts">
      {open ? (
        <Saying
          {...{ act: open, one, busy }}
          say={(command) => void send(command)}
          back={() => go(null)}
        />
      ) : (
        acts.map((act) => (
          <Button
            key={act}
            {...{ kind: act === 'confirm' ? 'next' : 'plain', busy }}
            onPress={() => press(act)}
          >
            {w[act]}
          </Button>
        ))
      )}
      <Refusal says={refusal} />
    </div>
  );
}

interface SayingProps {
  readonly act: Act;
  readonly one: Proposal;
  readonly busy: boolean;
  readonly say: (command: CityCommand) => void;
  readonly back: () => void;
}

function Saying({ act, one, busy, say, back }: SayingProps) {
  const w = words(cityProposals);
  const [text, write] = useState('');
  const [who, name] = useState<string>(one.person);
  const submit = (event: Event) => {
    event.preventDefault();
    say(commandOf(act, one, text.trim(), who.trim() as PersonId));
  };
  return (
    <form class="proposal-form" onSubmit={submit}>
      {act === 'appeal' && (
        <label class="field">
          {w.who}
          <input
            {...{ value: who, required: true, maxLength: 32 }}
            onInput={(event) => name(event.currentTarget.value)}
          />
        </label>
      )}
      <label class="field">
        {act === 'appeal' ? w.grounds : words(cityMonth).reason}
        <textarea
          {...{ value: text, required: true, maxLength: 300, rows: 2 }}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button button-next" disabled={busy}>
        {w[act]}
      </button>
      <Button onPress={back}>{w.back}</Button>
    </form>
  );
}

function commandOf(act: Act, { id: proposal }: Proposal, said: string, who: PersonId): CityCommand {
  if (act === 'reject') return { type: 'proposal.reject', proposal, reason: said };
  if (act === 'appeal') return { type: 'proposal.appeal', proposal, who, grounds: said };
  const outcome = act === 'grant' ? 'granted' : 'dismissed';
  return { type: 'appeal.decide', proposal, outcome, reason: said };
}
