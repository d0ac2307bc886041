import { Printer } from 'lucide-preact';
import type { SetUpStart } from '../../shared/questions/setUpStart.ts';
import { useAsk } from '../../shared/screen/ask.ts';
import { Button } from '../../shared/screen/button.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { Sure } from '../../shared/screen/sure.tsx';
import { devices as devicesWords } from '../../shared/words/devices.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import { setUp as setUpWords } from '../../shared/words/setUp.ts';
import { Doors } from './doors.tsx';
import type { Person, Pins } from './draft.ts';

interface DoneProps {
  readonly link: Link;
  readonly start: SetUpStart;
  readonly staff: readonly Person[];
  readonly pins: Pins;
  /** Just made: it may still be set back. */
  readonly isNew: boolean;
  readonly onSetBack: () => void;
}

/** What comes after: PINs to hand over, screens to open, and the way back while there is one. */
export function Done({ link, start, staff, pins, isNew, onSetBack }: DoneProps) {
  const w = words(setUpWords);
  const { now, reach } = start;
  const { busy, refusal, run } = useAsk();
  const setBack = async () => {
    if (await run(() => link.request({ type: 'branch.setBack' }))) onSetBack();
  };
  const told = staff.filter((p) => pins[p.key]);
  return (
    <div class="set-up-done">
      <header>
        <h1>{isNew ? w.done : w.already}</h1>
        <p>{isNew ? w.doneMeans(pick(now.branch.name)) : w.alreadyMeans}</p>
        <p class="set-up-links">
          <a class="button button-next" href="/display/manager/">
            {w.toPanel}
          </a>
          <a class="button button-plain" href="/display/devices/">
            {w.toDevices}
          </a>
          {!isNew && (
            <a class="button button-plain" href="/display/manager/#settings">
              {w.toSettings}
            </a>
          )}
        </p>
      </header>
      {isNew && told.length > 0 && <Told staff={told} pins={pins} />}
      <Doors {...{ link, counters: now.counters, reach }} />
      {isNew && (
        <footer>
          <p>{w.setBackMeans}</p>
          <Sure {...{ busy, question: w.setBackSure, onSure: () => void setBack() }}>
            {w.setBack}
          </Sure>
          <Refusal says={refusal} />
        </footer>
      )}
    </div>
  );
}

/** On paper a slip each, to be cut and handed over. */
function Told({ staff, pins }: Pick<DoneProps, 'staff' | 'pins'>) {
  const w = words(setUpWords);
  const forms = words(settingsForms);
  const { posts } = words(devicesWords);
  return (
    <section class="set-up-pins" aria-labelledby="pins">
      <h2 id="pins">{w.pins}</h2>
      <p>{w.pinsMean}</p>
      <ul>
        {staff.map((p) => (
          <li key={p.key}>
            <span>
              {posts[p.post]}
              {p.name && ` · ${p.name}`}
            </span>
            <span>
              {forms.person} <b>{p.id}</b>
            </span>
            <span>
              {forms.pin} <b>{pins[p.key]}</b>
            </span>
          </li>
        ))}
      </ul>
      <Button icon={<Printer aria-hidden="true" />} onPress={() => print()}>
        {w.print}
      </Button>
    </section>
  );
}
