import { doorsAt, nextOpening } from '../../shared/calendar.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { SettingsNow } from '../../shared/questions/settingsNow.ts';
import { useAsk } from '../../shared/screen/ask.ts';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import type { Settings } from '../../shared/settings.ts';
import { devices as devicesWords } from '../../shared/words/devices.ts';
import { setUp as setUpWords } from '../../shared/words/setUp.ts';
import type { Flaw } from '../forms/flaws.ts';
import { finishedParts } from '../forms/texts.ts';
import { type Group, groupsOf } from '../manager/settings/groups.ts';
import { newcomers, type Step } from './draft.ts';
import type { WizardProps } from './wizard.tsx';

interface CheckProps extends WizardProps {
  readonly settings: Settings;
  readonly flaws: readonly Flaw[];
  readonly onSettings: (some: Partial<Settings>) => void;
  readonly onStep: (step: Step) => void;
}

const SHOWN = ['branch', 'services', 'counters', 'hours', 'lines'] as const;

/** Everything once more; the one press that applies it. */
export function CheckStep(props: CheckProps) {
  const { link, draft, pins, settings, flaws, onSettings, onStep, onMade } = props;
  const w = words(setUpWords);
  const { posts } = words(devicesWords);
  const { busy, refusal, run } = useAsk();
  const { staff } = draft.value;
  const done = finishedParts(settings);
  const apply = async () => {
    const people = newcomers(staff, pins);
    const wanted = { type: 'branch.setUp', settings: done, staff: people } as const;
    if (!(await run(() => link.request(wanted)))) return;
    onMade();
    await signInFirst(link, people);
  };
  const now = { ...done, printers: [], cards: null, own: [], changes: [] } as SettingsNow;
  const groups = groupsOf(now).filter((g) => SHOWN.some((name) => name === g.name));
  const people: Group['rows'] = staff.map((p) => [p.name || p.id, posts[p.post]] as const);
  return (
    <>
      <div class="set-up-check">
        {groups.map(({ name, rows }) => (
          <Part key={name} step={name as Step} {...{ rows, onStep }} />
        ))}
        <Part step="staff" {...{ rows: people, onStep }} />
      </div>
      <Shut {...{ link, settings: done }} onOpen={() => onSettings({ hours: null })} />
      {staff.length === 0 && <p class="set-up-warning">{w.noStaff}</p>}
      <AllFlaws {...{ flaws, onStep }} />
      <footer class="set-up-ways">
        <Button kind="quiet" onPress={() => onStep('staff')}>
          {w.back}
        </Button>
        <span>{w.nothingYet}</span>
        <Refusal says={refusal} />
        <Button
          {...{ kind: 'next', busy, disabled: flaws.length > 0, class: 'set-up-apply' }}
          onPress={() => void apply()}
        >
          {w.apply}
        </Button>
      </footer>
    </>
  );
}

interface PartProps {
  readonly step: Step;
  readonly rows: Group['rows'];
  readonly onStep: (step: Step) => void;
}

function Part({ step, rows, onStep }: PartProps) {
  const w = words(setUpWords);
  return (
    <section>
      <h2>
        {w.steps[step]}
        <button
          type="button"
          class="button button-quiet"
          aria-label={`${w.change} · ${w.steps[step]}`}
          onClick={() => onStep(step)}
        >
          {w.change}
        </button>
      </h2>
      <dl>
        {rows.map(([name, value], i) => (
          <div key={i}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {rows.length === 0 && <p>{w.nobody}</p>}
    </section>
  );
}

function AllFlaws({ flaws, onStep }: Pick<CheckProps, 'flaws' | 'onStep'>) {
  const w = words(setUpWords);
  if (flaws.length === 0) return null;
  return (
    <section class="set-up-warning" role="status">
      <strong>{w.flawsAre(flaws.length)}</strong>
      <ul>
        {flaws.map(({ at, says }) => (
          <li key={says}>
            <button type="button" onClick={() => onStep(at)}>
              {says}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whoever tries it out at night is not to stand before a kiosk that gives no tickets. */
function Shut({ link, settings, onOpen }: { link: Link; settings: Settings; onOpen: () => void }) {
  const w = words(setUpWords);
  const { offset } = link.view({ name: 'home' }).value?.view.branch ?? { offset: 0 };
  const wall = link.hubNow() + offset;
  if (doorsAt(settings, wall).is === 'open') return null;
  const next = nextOpening(settings, wall);
  return (
    <p class="set-up-warning" role="status">
      <span>{next ? w.shutNow(`${next.date} ${next.tickets}`) : w.shutForLong}</span>
      <Button onPress={onOpen}>{w.openAlways}</Button>
    </p>
  );
}

/** The manager's PIN is still at hand: so nobody has to type at once what was just shown. */
async function signInFirst(
  link: Link,
  people: readonly { person: StaffId; post: string; pin: string }[],
): Promise<void> {
  const first = people.find(({ post }) => post === 'branchManager');
  if (!first || !link.you.value?.device) return;
  await link.request({ type: 'person.signIn', person: first.person, pin: first.pin });
}
