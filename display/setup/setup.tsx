import { useState } from 'preact/hooks';
import type { SetUpStart } from '../../shared/questions/setUpStart.ts';
import { useDraft } from '../../shared/screen/draft.ts';
import { Screen } from '../../shared/screen/frame.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { useQuestion } from '../../shared/screen/question.ts';
import { setUp as setUpWords } from '../../shared/words/setUp.ts';
import { Done } from './done.tsx';
import { blank, type Pins } from './draft.ts';
import './style.css';
import { Wizard } from './wizard.tsx';

/** 开业设置: leads from an empty folder to a branch that serves. */
export function SetUpScreen({ link }: { link: Link }) {
  const w = words(setUpWords);
  const home = link.view({ name: 'home' }).value;
  const isFounding = link.you.value?.founding ?? false;
  const [asked, askAgain] = useState(0);
  const who = link.you.value?.person?.id ?? '';
  const said = useQuestion(link, { type: 'setUp.start' }, `${asked} ${isFounding} ${who}`);
  const again = () => askAgain((n) => n + 1);
  return (
    <Screen
      {...{ link, branch: home?.view.branch ?? null, tone: 'auto', class: 'set-up' }}
      {...{ title: w.title, tab: w.title }}
      {...(isFounding && { signIn: 'none' })}
    >
      {said.is === 'known' && <SetUp {...{ link, start: said.answer, again }} />}
      {said.is === 'refused' && <p class="set-up-says">{pick(said.says)}</p>}
    </Screen>
  );
}

interface SetUpProps {
  readonly link: Link;
  readonly start: SetUpStart;
  /** Asks the hub how things stand. */
  readonly again: () => void;
}

function SetUp({ link, start, again }: SetUpProps) {
  const draft = useDraft(link, 'set-up', blank);
  const [pins, setPins] = useState<Pins>({});
  // While the first manager signs in, the page is to stand still.
  const [isMade, setMade] = useState(false);
  if (isMade || start.madeAt !== null || !start.isOpen) {
    const undone = () => {
      setMade(false);
      draft.set({ step: 'check' });
      again();
    };
    return <Done {...{ link, start, pins, staff: draft.value.staff, onSetBack: undone }} />;
  }
  const made = () => {
    setMade(true);
    again();
  };
  return <Wizard {...{ link, start, draft, pins, onPins: setPins, onMade: made }} />;
}
