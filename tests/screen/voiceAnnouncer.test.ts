import { expect, test } from 'vitest';
import type { CounterId } from '../../shared/ids.ts';
import { announcer } from '../../shared/screen/voice/announcer.ts';
import type { OpenCall } from '../../shared/screen/voice/queue.ts';

const call = (number: string, counter: string, at: number): OpenCall => ({
  ...{ number, at, counter: counter as CounterId },
  name: { zh: `${counter}号窗口`, en: `Counter ${counter}` },
});
const manner = { times: 2, english: true, chime: true };
const rest = () => new Promise((done) => setTimeout(done, 0));

/** A voice whose sentences last until the test ends them. */
function stage(hears = true) {
  const said: string[] = [];
  let end: (() => void) | null = null;
  const voice = announcer({
    say({ text }, { chime }) {
      if (end) throw new Error(`“${text}” cuts off another`);
      said.push(`${chime ? '♪' : ''}${text}`);
      return new Promise((done) => {
        end = () => {
          end = null;
          done();
        };
      });
    },
    hush: () => end?.(),
    audible: () => hears,
    pause: async () => {},
  });
  voice.live(0);
  return {
    ...{ voice, said },
    async over() {
      end?.();
      await rest();
    },
  };
}

test('one sentence after another, however often the view is told', async () => {
  const { voice, said, over } = stage();
  voice.tell([call('A012', '3', 1)], manner);
  voice.tell([call('A012', '3', 1), call('B004', '1', 2)], manner);
  for (let n = 0; n < 8; n++) await over();
  expect(said).toEqual([
    '♪请 A 零 幺 二 号客户，到 3 号窗口办理业务。',
    '请 A 零 幺 二 号客户，到 3 号窗口办理业务。',
    'Number A 0 1 2, please go to counter 3.',
    '♪请 B 零 零 四 号客户，到 1 号窗口办理业务。',
    '请 B 零 零 四 号客户，到 1 号窗口办理业务。',
    'Number B 0 0 4, please go to counter 1.',
  ]);
});

test('silenced, it stops at once and says nothing of what waited', async () => {
  const { voice, said, over } = stage();
  voice.tell([call('A012', '3', 1), call('B004', '1', 2)], manner);
  voice.silence();
  for (let n = 0; n < 4; n++) await over();
  expect(said).toHaveLength(1);
  voice.tell([call('A012', '3', 1), call('B004', '1', 2), call('C001', '2', 3)], manner);
  expect(said.at(-1)).toContain('C');
});

test('where nobody would hear it, nothing is said', async () => {
  const { voice, said, over } = stage(false);
  voice.tell([call('A012', '3', 1)], manner);
  await over();
  expect(said).toEqual([]);
});
