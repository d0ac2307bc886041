import { words } from '../../shared/screen/language.ts';
import type { Settings } from '../../shared/settings.ts';
import { line as lineWords } from '../../shared/words/line.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import { Minutes } from './rows.tsx';
import './forms.css';

type Lines = Pick<Settings, 'lines' | 'targets'>;
const LEVELS = ['yellow', 'orange', 'red'] as const;

interface LinesProps {
  readonly value: Lines;
  readonly onValue: (value: Lines) => void;
}

/** 警戒线 and targets, in minutes. */
export function LinesForm({ value, onValue }: LinesProps) {
  const w = words(settingsForms);
  const { classes } = words(lineWords);
  const { lines, targets } = value;
  return (
    <div class="form-lines">
      {(['ordinary', 'premium'] as const).map((cls) => (
        <fieldset key={cls}>
          <legend>
            {classes[cls]} <small>{w.minutes}</small>
          </legend>
          {LEVELS.map((level) => (
            <Minutes
              key={level}
              {...{ label: w.level[level], value: lines[cls][level] }}
              onValue={(seconds) =>
                onValue({
                  targets,
                  lines: { ...lines, [cls]: { ...lines[cls], [level]: seconds } },
                })
              }
            />
          ))}
          <Minutes
            {...{ label: w.target, value: targets[cls] }}
            onValue={(seconds) => onValue({ lines, targets: { ...targets, [cls]: seconds } })}
          />
        </fieldset>
      ))}
    </div>
  );
}
