import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SetUpStart } from '../../shared/questions/setUpStart.ts';
import { useDraft } from '../../shared/screen/draft.ts';
import { Screen } from '../../shared/screen/frame.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { useQuestion } from '../../shared/screen/question.ts';
import { setUp as setUpWords } from '../../shared/words/setUp.ts';
import { Done } from './done.tsx';
import { blank, type Draft, type Pins } from './draft.ts';
import './style.css';
import { Wizard } from './wizard.tsx';

/** 开业设置: leads from an empty folder to a branch that serves. */
export function SetUpScreen({ link }: { link: Link }) {
  const w = words(setUpWords);
  const home = link.view({ name: 'home' }).value;
  const isFounding = link.you.value?.founding ?? false;
  const who = link.you.value?.person?.id ?? '';
  const [asked, askAgain] = useState(0);
  const said = useQuestion(link, { type: 'setUp.start' }, `${asked} ${isFounding} ${who}`);
  // What was applied: names are not left lying about in this browser, but it may be set back.
  const [made, setMade] = useState<Draft | null>(null);
  // What was set back, until it is a draft again. It is held here, because the steps go while the hub is asked.
  const [back, putBack] = useState<Draft | null>(null);
  const last = useRef<SetUpStart | null>(null);
  if (said.is === 'known') last.current = said.answer;
  // Between the last press and its manager's sign-in nobody may ask: the page stands still.
  const start = said.is === 'known' || made ? last.current : null;
  const again = () => askAgain((n) => n + 1);
  return (
    <Screen
      {...{ link, branch: home?.view.branch ?? null, tone: 'auto', class: 'set-up' }}
      {...{ title: w.title, tab: w.title }}
      {...(isFounding && { signIn: 'none' })}
    >
      {start && <SetUp {...{ link, start, made, onMade: setMade, back, onBack: putBack, again }} />}
      {!start && said.is === 'refused' && <p class="set-up-says">{pick(said.says)}</p>}
    </Screen>
  );
}

interface SetUpProps {
  readonly link: Link;
  readonly start: SetUpStart;
  readonly made: Draft | null;
  readonly onMade: (made: Draft | null) => void;
  readonly back: Draft | null;
  readonly onBack: (back: Draft | null) => void;
  /** Asks the hub how things stand. */
  readonly again: () => void;
}

function SetUp({ link, start, made, onMade, back, onBack, again }: SetUpProps) {
  const draft = useDraft(link, 'set-up', blank);
  const [pins, setPins] = useState<Pins>({});
  const isSomebody = Boolean(link.you.value?.person);
  // A draft is its person's: what was set back is everybody's again once its manager is gone.
  useLayoutEffect(() => {
    if (!back || isSomebody) return;
    draft.set(back);
    onBack(null);
  }, [back, isSomebody]);
  if (made || start.madeAt !== null || !start.isOpen) {
    const undone = () => {
      onMade(null);
      if (made) onBack({ ...made, step: 'check' });
      again();
    };
    const [staff, isNew] = [made?.staff ?? [], made !== null || start.madeAt !== null];
    return <Done {...{ link, start, pins, staff, isNew, onSetBack: undone }} />;
  }
  const applied = () => {
    onMade(draft.value);
    draft.clear();
    again();
  };
  return <Wizard {...{ link, start, draft, pins, onPins: setPins, onMade: applied }} />;
}
