import { Past } from '../../server/history/past.ts';
import { openLedger } from '../../server/ledger/ledger.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import type { Fact } from '../../shared/lobby.ts';
import type { KeptDay } from '../../shared/questions/keptDay.ts';
import { FOLDER } from './ledgers.ts';
import { MemoryDisk } from './memoryDisk.ts';
import type { Story } from './story.ts';

/** What the stories told, as a hub would have kept it: each day in a file of its own. */
export async function ledgerOf(...stories: readonly Pick<Story, 'facts'>[]) {
  const disk = new MemoryDisk();
  const { ledger } = await openLedger({ disk, folder: FOLDER });
  let n = 0;
  const append = async (fact: Fact) => {
    if (fact.type === 'day.opened') await ledger.roll(fact.date);
    const id = `019ac000-0000-7000-8000-${String(++n).padStart(12, '0')}`;
    await ledger.append([
      {
        at: fact.at,
        id,
        body: '',
        device: null,
        person: 'teller' in fact ? 't9' : null,
        facts: [fact],
      },
    ]);
  };
  // A hub's first day has its settings; what a story begins with is the sample branch.
  const given = ({ at }: Fact): Fact => ({
    type: 'settings.changed',
    at,
    settings: defaultSettings,
  });
  for (const { facts } of stories)
    for (const fact of facts) {
      await append(fact);
      if (n === 1) await append(given(fact));
    }
  const { seq } = ledger.head();
  await ledger.close();
  return { disk, seq };
}

export async function pastOf(at: number, ...stories: readonly Pick<Story, 'facts'>[]) {
  const { disk, seq } = await ledgerOf(...stories);
  return new Past({ disk, folder: FOLDER }, { seq: () => seq, at: () => at });
}

/** The day of a story that is still going on, or was closed in it. */
export async function keptDay(told: Story): Promise<KeptDay> {
  const past = await pastOf(told.now, told);
  const day = await past.dayAt(told.today as KeptDay['date']);
  if (!day.ok) throw new Error(day.refusal.code);
  return day.value;
}
