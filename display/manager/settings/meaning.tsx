import type { ComponentChildren } from 'preact';
import type { Effect } from '../../../shared/branch/effects.ts';
import type { Parts } from '../../../shared/branch/parts.ts';
import { isSame } from '../../../shared/branch/same.ts';
import { pick, words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { useQuestion } from '../../../shared/screen/question.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { settingsChange } from '../../../shared/words/settingsChange.ts';
import { Answered } from '../today/past/head.tsx';

interface MeaningProps {
  readonly link: Link;
  readonly from: Parts;
  readonly to: Parts;
  /** What can be pressed now; told whether the hub would take it. */
  readonly children: (mayConfirm: boolean) => ComponentChildren;
}

/** What the change would bring about at this moment, asked of the hub. */
export function Meaning({ link, from, to, children }: MeaningProps) {
  const w = words(settingsChange);
  const isOther = !isSame(from, to);
  const said = useQuestion(link, isOther ? { type: 'settings.effects', from, to } : null);
  if (!isOther)
    return (
      <>
        <p class="settings-meaning">{w.nothing}</p>
        {children(false)}
      </>
    );
  return (
    <Answered of={said}>
      {({ says, effects }) => (
        <>
          <div class="settings-meaning" role="status">
            {says ? (
              <p>{pick(says)}</p>
            ) : (
              <>
                <p>{w.meaning}</p>
                <ul>
                  {effects.map((effect, i) => (
                    <li key={i}>{effectLine(effect)}</li>
                  ))}
                  {effects.length === 0 && <li>{w.quiet}</li>}
                </ul>
              </>
            )}
          </div>
          {children(says === null)}
        </>
      )}
    </Answered>
  );
}

const minutes = (seconds: number) => String(Math.round(seconds / 6) / 10);

function effectLine(e: Effect): string {
  const w = words(settingsChange).effects;
  const { classes } = words(lineWords);
  switch (e.is) {
    case 'name':
      return w.name(pick(e.after));
    case 'served':
      return w.served(pick(e.name), e.before, e.after, e.waiting);
    case 'letter':
      return w.letter(pick(e.name), e.before, e.after);
    case 'overLine':
      return w.overLine(classes[e.class], e.before, e.after);
    case 'target':
      return w.target(classes[e.class], minutes(e.before), minutes(e.after));
    case 'hoursToday':
      return w.hoursToday(e.open, e.close);
    case 'doors':
      return w.doors[e.after];
    default:
      return w[e.is](pick(e.name));
  }
}
