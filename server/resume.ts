import { evolve, initialLobby, type Lobby } from '../shared/lobby.ts';
import type { Settings } from '../shared/settings.ts';
import { Answers } from './answers.ts';
import { Keys } from './devices/keys.ts';
import { People } from './devices/people.ts';
import { type Checkpoint, closesDay, Keepsakes } from './keepsakes.ts';
import { type Damage, sayDamage } from './ledger/damage.ts';
import type { Disk } from './ledger/disk.ts';
import type { Entry } from './ledger/entry.ts';
import { type Ledger, type Opened, openLedger } from './ledger/ledger.ts';

/** Where a hub goes on. */
export interface Resumed {
  readonly ledger: Ledger;
  readonly keepsakes: Keepsakes;
  readonly keys: Keys;
  readonly people: People;
  readonly lobby: Lobby;
  readonly answers: Answers;
  /** Hub time of the last entry; null in a new folder. */
  readonly since: number | null;
  /** The first bad entry: the hub only shows what stands before it. */
  readonly damage: string | null;
  readonly torn: Opened['torn'] | null;
}

export interface ResumeParts {
  readonly disk: Disk;
  readonly folder: string;
  /** What a new folder begins with. */
  readonly settings: Settings;
}

/** Brings the lobby back from its ledger: the last checkpoint, then every entry after it. */
export async function resume({ disk, folder, settings }: ResumeParts): Promise<Resumed> {
  const keepsakes = new Keepsakes(disk, folder);
  const [keys, people] = [new Keys(disk, folder), new People(disk, folder)];
  await Promise.all([keepsakes.readDocuments(), keys.read(), people.read()]);
  const kept = keepsakes.usable();
  const opened = await openLedger({ disk, folder, ...(kept && { since: kept }) });
  const damage = opened.damage ?? rolledBack(opened, kept);
  const from = opened.sinceLost ? null : kept;
  const answers = new Answers(from?.answers);
  if (!damage) await keepsakes.readClosings();
  const lobby = await fold(from?.lobby ?? initialLobby(settings), opened, answers, keepsakes);
  const { seq, at } = opened.ledger.head();
  if (seq > 0 && !damage) {
    await keepsakes.saveSettings(lobby.visit.settings);
    // One that could not be used is made anew; verification would take it for a change.
    if (!kept) await keepsakes.saveCheckpoint(opened.ledger.mark(), lobby, answers.all());
  }
  return {
    ...{ ledger: opened.ledger, keepsakes, keys, people, lobby, answers },
    torn: opened.torn ?? null,
    since: seq > 0 ? at : null,
    damage: damage ? sayDamage(damage) : null,
  };
}

/** A checkpoint is written only after the flush: an entry it names and the ledger lacks was lost. */
function rolledBack({ sinceLost }: Opened, kept: Checkpoint | null): Damage | undefined {
  if (!sinceLost || !kept) return;
  return { file: 'checkpoint.json', line: 0, seq: kept.seq, what: 'lost' };
}

/** Folds what the ledger holds; a day that closed without its closing on disk gets it now. */
async function fold(from: Lobby, opened: Opened, answers: Answers, keepsakes: Keepsakes) {
  let lobby = from;
  for (const entry of opened.entries) {
    lobby = entry.facts.reduce(evolve, lobby);
    answers.learn(entry);
    if (closesDay(entry.facts) && !opened.damage) await keepsakes.saveClosing(entry, lobby);
  }
  return lobby;
}

/** Writes what a day's close leaves behind: first its closing, then the checkpoint on it. */
export async function keepDay(
  entries: readonly Entry[],
  lobby: Lobby,
  { keepsakes, ledger, answers }: Pick<Resumed, 'keepsakes' | 'ledger' | 'answers'>,
): Promise<void> {
  const closing = entries.find((entry) => closesDay(entry.facts));
  if (!closing) return;
  const mark = ledger.mark();
  await keepsakes.saveClosing(closing, lobby);
  answers.forget(closing.at);
  await keepsakes.saveCheckpoint(mark, lobby, answers.all());
}
