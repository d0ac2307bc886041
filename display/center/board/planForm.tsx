import { useState } from 'preact/hooks';
import { daysOfQuarter } from '../../../shared/city/days.ts';
import type { PersonId } from '../../../shared/city/ids.ts';
import type { InspectionMode } from '../../../shared/floor/inspections/commands.ts';
import type { BranchId, BusinessDate } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { words } from '../../../shared/screen/language.ts';
import { cityInspections } from '../../../shared/words/cityInspections.ts';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';
import { Chips, Text } from '../../manager/complaints/fields.tsx';
import { useCity } from '../question.ts';
import { Choice } from '../settings/fields.tsx';
import { Picked } from './picked.tsx';
import type { Picks } from './picks.tsx';
import type { BoardProps } from './props.ts';

interface PlanFormProps extends BoardProps {
  readonly picks: Picks;
  readonly quarter: string;
  /** Those that nobody has planned. */
  readonly open: readonly BranchId[];
}

/** Who inspects the branches chosen below, and by when; without one it says how to begin. */
export function PlanForm({ link, shell, picks, quarter, open }: PlanFormProps) {
  const w = words(cityInspections);
  const { to } = daysOfQuarter(quarter);
  const [who, choose] = useState<string>(shell.you.person);
  const [by, until] = useState<string>('');
  const [mode, go] = useState<InspectionMode>('onSite');
  const { busy, refusal, run } = useAsk();
  const n = picks.all.length;
  const plan = async (event: Event) => {
    event.preventDefault();
    const branches = [...picks.all];
    const due = (by || to) as BusinessDate;
    const command = { type: 'plan.inspect', quarter, branches, by: due, mode } as const;
    if (await run(() => link.send({ ...command, inspector: who as PersonId }))) picks.set([]);
  };
  return (
    <Picked
      {...{ picks, offered: open, refusal, says: w.picked(n), unpick: w.unpick }}
      pickThem={w.pickOpen(open.length)}
      submit={(event) => void plan(event)}
    >
      <Inspectors {...{ link, shell, who, choose }} />
      <Text name={w.until} type="date" value={by || to} onType={until} />
      <Chips {...{ name: w.how, of: words(inspectionWords).mode, chosen: mode, onPick: go }} />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.plan(n)}
      </button>
    </Picked>
  );
}

interface InspectorsProps extends Pick<BoardProps, 'link' | 'shell'> {
  readonly who: string;
  readonly choose: (who: string) => void;
}

/** Whoever has an account; whoever plans is the first guess. */
function Inspectors({ link, shell, who, choose }: InspectorsProps) {
  const said = useCity(link, { type: 'people' }, shell.decided);
  const accounts = said.is === 'known' ? said.answer.accounts : [];
  const open = accounts.filter(({ closedAt, role }) => closedAt === null && role !== 'auditor');
  const known = open.length > 0 ? open : [shell.you];
  return (
    <Choice
      label={words(cityInspections).inspector}
      value={who}
      options={known.map(({ person, name }) => [person, name ? `${name} ${person}` : person])}
      onChoose={choose}
    />
  );
}
