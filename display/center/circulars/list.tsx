import { FileDown } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { CityCommand } from '../../../shared/city/city.ts';
import type { CircularRow } from '../../../shared/city/views/circulars.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { CopyButton } from '../../../shared/screen/copyButton.tsx';
import { lang, pick, words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { Sure } from '../../../shared/screen/sure.tsx';
import { dateLine } from '../../../shared/screen/time.ts';
import type { Text } from '../../../shared/settings.ts';
import { cityCirculars } from '../../../shared/words/cityCirculars.ts';
import type { CityProps } from '../tabs.ts';
import './circulars.css';
import { saveFile } from './save.ts';

interface ListProps extends CityProps {
  readonly circulars: readonly CircularRow[];
  readonly may: boolean;
}

/** Each with its number, its files, its texts, and who has read it. */
export function CircularList({ circulars, ...props }: ListProps) {
  return (
    <ul class="circulars">
      {circulars.map((one) => (
        <One key={one.id} {...props} one={one} />
      ))}
    </ul>
  );
}

type OneProps = Omit<ListProps, 'circulars'> & { readonly one: CircularRow };

function One({ one, link, shell, may }: OneProps) {
  const w = words(cityCirculars);
  const { busy, refusal, run } = useAsk();
  const [failed, fail] = useState<Text | null>(null);
  const save = async (form: 'docx' | 'xlsx') =>
    fail(await saveFile({ type: 'circular', circular: one.id, form, language: lang.value }));
  const place = { timeZone: shell.timeZone, offset: 0 };
  return (
    <li class="circular">
      <header>
        <h2>{pick(one.number)}</h2>
        <span>{one.month}</span>
        {one.correction !== null && <span>{w.correction(one.correction)}</span>}
        <small>{dateLine(place, one.at)}</small>
      </header>
      <div class="circular-acts">
        <Button icon={<FileDown aria-hidden="true" />} onPress={() => void save('docx')}>
          {w.word}
        </Button>
        <Button icon={<FileDown aria-hidden="true" />} onPress={() => void save('xlsx')}>
          {w.excel}
        </Button>
        {one.sending ? (
          <span>{w.sent(one.received.length)}</span>
        ) : (
          may && (
            <Sure
              {...{ busy, question: w.sendSure(one.branches.length) }}
              onSure={() => void run(() => link.send(sendingOf(one)))}
            >
              {w.send}
            </Sure>
          )
        )}
        <Refusal says={refusal ?? failed} />
      </div>
      <Texts one={one} />
      {one.received.length > 0 && <Receipts one={one} shell={shell} />}
    </li>
  );
}

/** The branches’ panels show all that it says under its number; its files stay with the city. */
function sendingOf({ branches, number, lines, series }: CircularRow): CityCommand {
  const { series: names } = cityCirculars.zh;
  return {
    type: 'sent.notice',
    to: { branches: [...branches] },
    notice: {
      ...{ is: 'bulletin', title: names[series].slice(0, 80), number: number.zh.slice(0, 40) },
      lines: [...lines],
    },
  };
}

function Texts({ one }: { one: CircularRow }) {
  const w = words(cityCirculars);
  const texts = one.texts[lang.value];
  const all = [
    { name: w.texts.circular, text: texts.circular },
    { name: w.texts.notice, text: texts.notice },
    ...texts.warnings.map(({ branch, text }) => ({ name: w.texts.warning(branch), text })),
  ];
  return (
    <details>
      <summary>{w.group}</summary>
      {all.map(({ name, text }) => (
        <section key={name} class="circular-text">
          <h3>{name}</h3>
          <p>{text}</p>
          <CopyButton text={() => text}>{w.copy}</CopyButton>
        </section>
      ))}
    </details>
  );
}

function Receipts({ one, shell }: Pick<OneProps, 'one' | 'shell'>) {
  const w = words(cityCirculars);
  return (
    <details>
      <summary>{w.receipts}</summary>
      <ul class="circular-receipts">
        {one.received.map(({ branch, arrived, refused, read, unread }) => (
          <li key={branch}>
            <strong>{shell.branches.find(({ id }) => id === branch)?.name ?? branch}</strong>
            <span>{refused ? w.refused : arrived ? w.entered : w.waiting}</span>
            {unread !== null && <span>{w.read(read, read + unread)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
