import { words } from '../../../shared/screen/language.ts';
import { SignIn } from '../../../shared/screen/signIn.tsx';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';
import '../complaints/complaints.css';
import '../meetings/meetings.css';
import type { TabProps } from '../tabs.ts';
import './inspections.css';
import { Plan } from './plan.tsx';
import { Results } from './results.tsx';
import { RoundPage, Rounds } from './rounds.tsx';
import { Running } from './running.tsx';

/** 巡检: today's rounds, the inspection that runs, what is planned and what came of it. */
export function Page({ link, path }: TabProps) {
  const view = link.view({ name: 'inspections' }).value?.view ?? null;
  if (!view) return null;
  const card = view.rounds.find(({ round }) => round === path[0]);
  const signIn = link.you.value?.device && !link.you.value.person && <SignIn link={link} />;
  if (card) return <RoundPage {...{ link, card }} />;
  if (view.running) return <Running {...{ link, view }} inspection={view.running} />;
  return (
    <div class="records complaints">
      <h1 class="unseen">{words(inspectionWords).title}</h1>
      {signIn}
      <Rounds view={view} />
      <Plan {...{ link, view }} />
      <Results view={view} />
    </div>
  );
}
