import { Check } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SetUpStart } from '../../shared/questions/setUpStart.ts';
import { Button } from '../../shared/screen/button.tsx';
import type { Draft as Kept } from '../../shared/screen/draft.ts';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import type { Settings } from '../../shared/settings.ts';
import { setUp as setUpWords } from '../../shared/words/setUp.ts';
import { BranchForm } from '../forms/branchForm.tsx';
import { CountersForm } from '../forms/countersForm.tsx';
import type { Flaw } from '../forms/flaws.ts';
import { HoursForm } from '../forms/hoursForm.tsx';
import { LinesForm } from '../forms/linesForm.tsx';
import { ServicesForm } from '../forms/servicesForm.tsx';
import { CheckStep } from './check.tsx';
import { type Draft, flawsOf, type Pins, STEPS, type Step, settingsOf, withPins } from './draft.ts';
import { KindStep } from './kind.tsx';
import { StaffForm } from './staffForm.tsx';

export interface WizardProps {
  readonly link: Link;
  readonly start: SetUpStart;
  readonly draft: Kept<Draft>;
  readonly pins: Pins;
  readonly onPins: (pins: Pins) => void;
  readonly onMade: () => void;
}

/** Eight steps, each of which can be gone back to; the last one applies all of it. */
export function Wizard(props: WizardProps) {
  const { draft, onPins } = props;
  const { step: at, staff } = draft.value;
  const settings = settingsOf(draft.value);
  const step = settings ? at : 'kind';
  const pins = withPins(props.pins, staff);
  // Drawn once: another look at the form must not draw others.
  useLayoutEffect(() => {
    if (pins !== props.pins) onPins(pins);
  }, [pins, props.pins, onPins]);
  const flaws = settings ? flawsOf(settings, staff, pins) : [];
  const go = (to: Step) => draft.set({ step: to });
  return (
    <div class="set-up-room">
      <Steps {...{ step, isOpen: settings !== null, flaws, onStep: go }} />
      <section class="set-up-step" aria-labelledby="step">
        <Head step={step} />
        {settings && step !== 'kind' ? (
          <Form {...{ ...props, pins, step, settings, flaws, onStep: go }} />
        ) : (
          <KindStep {...props} onStep={go} />
        )}
        {settings && step !== 'kind' && <Flaws flaws={flaws.filter((f) => f.at === step)} />}
        {settings && step !== 'check' && <Ways step={step} onStep={go} />}
      </section>
    </div>
  );
}

/** The question of a step is where whoever cannot see the page begins to read. */
function Head({ step }: { step: Step }) {
  const w = words(setUpWords);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useLayoutEffect(() => {
    if (shown.current !== step) {
      title.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    shown.current = step;
  }, [step]);
  return (
    <header>
      <small>{w.stepOf(STEPS.indexOf(step) + 1, STEPS.length)}</small>
      <h1 id="step" tabIndex={-1} ref={title}>
        {w.about[step]}
      </h1>
      <p>{step === 'kind' ? w.lead : w.hints[step]}</p>
    </header>
  );
}

interface StepsProps {
  readonly step: Step;
  readonly isOpen: boolean;
  readonly flaws: readonly Flaw[];
  readonly onStep: (step: Step) => void;
}

function Steps({ step, isOpen, flaws, onStep }: StepsProps) {
  const w = words(setUpWords);
  const here = STEPS.indexOf(step);
  return (
    <nav aria-label={w.title}>
      <ol class="set-up-steps">
        {STEPS.map((name, i) => (
          <li key={name} data-past={i < here || undefined}>
            <button
              type="button"
              aria-current={name === step ? 'step' : undefined}
              disabled={!isOpen && i > 0}
              onClick={() => onStep(name)}
            >
              <i aria-hidden="true">{i < here ? <Check /> : i + 1}</i>
              <span>{w.steps[name]}</span>
              {flaws.some((f) => f.at === name) && (
                <b>
                  <span aria-hidden="true">!</span>
                  <span class="unseen">{w.toMend}</span>
                </b>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface FormProps extends WizardProps {
  readonly step: Exclude<Step, 'kind'>;
  readonly settings: Settings;
  readonly flaws: readonly Flaw[];
  readonly onStep: (step: Step) => void;
}

function Form({ step, settings, ...props }: FormProps) {
  const { draft, pins, onPins } = props;
  const set = (some: Partial<Settings>) => draft.set({ settings: { ...settings, ...some } });
  const { branch, services, prefixes, counters, hours, lines, targets } = settings;
  switch (step) {
    case 'branch':
      return <BranchForm value={branch} onValue={(next) => set({ branch: next })} />;
    case 'services':
      return (
        <ServicesForm
          {...{ value: services, prefixes, onValue: (next) => set({ services: next }) }}
        />
      );
    case 'counters':
      return (
        <CountersForm
          {...{ value: counters, services, onValue: (next) => set({ counters: next }) }}
        />
      );
    case 'hours':
      return <HoursForm value={hours} onValue={(next) => set({ hours: next })} />;
    case 'lines':
      return <LinesForm value={{ lines, targets }} onValue={set} />;
    case 'staff':
      return (
        <StaffForm
          {...{ value: draft.value.staff, pins, onPins }}
          onValue={(staff) => draft.set({ staff })}
        />
      );
    default:
      return <CheckStep {...{ ...props, settings, onSettings: set }} />;
  }
}

function Flaws({ flaws }: { flaws: readonly Flaw[] }) {
  return (
    <div class="set-up-flaws" role="status">
      {flaws.map(({ says }) => (
        <p key={says}>{says}</p>
      ))}
    </div>
  );
}

function Ways({ step, onStep }: { step: Step; onStep: (step: Step) => void }) {
  const w = words(setUpWords);
  const at = STEPS.indexOf(step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  return (
    <footer class="set-up-ways">
      {before && (
        <Button kind="quiet" onPress={() => onStep(before)}>
          {w.back}
        </Button>
      )}
      <span />
      {after !== 'check' && <Button onPress={() => onStep('check')}>{w.skip}</Button>}
      {after && (
        <Button kind="next" onPress={() => onStep(after)}>
          {w.next}
        </Button>
      )}
    </footer>
  );
}
