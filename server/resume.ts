import { evolve, initialLobby, type Lobby } from '../shared/lobby.ts';
import type { Settings } from '../shared/settings.ts';
import { Answers } from './answers.ts';
import { Keys } from './devices/keys.ts';
import { People } from './devices/people.ts';
import { folding } from './folding.ts';
import { Memory } from './foresight/memory.ts';
import type { SinceClose } from './foresight/seer.ts';
import type { Place } from './history/past.ts';
import { type Checkpoint, closesDay, closingOf, Keepsakes } from './keepsakes.ts';
import type { Damage } from './ledger/damage.ts';
import type { Disk } from './ledger/disk.ts';
import { type Entry, GENESIS } from './ledger/entry.ts';
import { type Ledger, type Opened, openLedger } from './ledger/ledger.ts';
import { CHECKPOINT, Hearing, readHeads, type Witness } from './ledger/witnesses.ts';

/** Where a hub goes on. */
export interface Resumed {
  /** Where all of it lies: what is past is read from there. */
  readonly place: Place;
  readonly ledger: Ledger;
  readonly keepsakes: Keepsakes;
  readonly keys: Keys;
  readonly people: People;
  readonly lobby: Lobby;
  readonly answers: Answers;
  /** Hub time of the last entry; null in a new folder. */
  readonly since: number | null;
  /** The first bad entry: the hub only shows what stands before it. */
  readonly damage: Damage | null;
  readonly torn: Opened['torn'] | null;
  /** What was learned of waits, kept beside the ledger. */
  readonly memory: Memory;
  readonly sinceClose: SinceClose;
  /** What is still to be written beside the ledger. */
  readonly left: readonly Job[];
}

export interface ResumeParts {
  readonly disk: Disk;
  readonly folder: string;
  /** What a new folder begins with. */
  readonly settings: Settings;
}

/**
 * Brings the lobby back from its ledger: the last checkpoint, then every entry after it.
 *
 * @throws LedgerUnopened, having changed nothing, when a newer program was here or a restore was cut short
 */
export async function resume({ disk, folder, settings }: ResumeParts): Promise<Resumed> {
  const keepsakes = new Keepsakes(disk, folder);
  const [keys, people] = [new Keys(disk, folder), new People(disk, folder)];
  const memory = new Memory(disk, folder);
  await Promise.all([keepsakes.readDocuments(), keys.read(), people.read(), memory.read()]);
  const kept = keepsakes.usable();
  const heads = await readHeads(disk, folder);
  const opened = await openLedger({ disk, folder, ...(kept && { since: kept }) });
  const damage = opened.damage ?? rolledBack(opened, kept) ?? cutBehind(heads, opened, kept);
  const from = opened.sinceLost ? null : kept;
  const answers = new Answers(from?.answers);
  if (opened.entries.some(({ facts }) => closesDay(facts)) && !damage) await keepsakes.readRows();
  else if (!damage) keepsakes.readRowsLater();
  const { ledger, torn = null } = opened;
  const before = from?.lobby ?? initialLobby(settings);
  const begun = { close: from ?? GENESIS, before: before.visit, entries: [] };
  const { lobby, left, sinceClose } = fold(before, { opened, answers, keepsakes }, begun);
  const { seq, at } = ledger.head();
  // A checkpoint that could not be used is made anew; verification would take it for a change.
  const jobs = [
    ...left,
    settingsKept(lobby),
    ...(kept ? [] : [checkpointKept(ledger, lobby, answers)]),
  ];
  return {
    ...{ place: { disk, folder }, ledger, keepsakes, keys, people, memory, lobby },
    ...{ answers, torn, sinceClose },
    left: seq > 0 && !damage ? jobs : [],
    since: seq > 0 ? at : null,
    damage: damage ?? null,
  };
}

/** A checkpoint is written only after the flush: an entry it names and the ledger lacks was lost. */
function rolledBack({ sinceLost }: Opened, kept: Checkpoint | null): Damage | undefined {
  if (!sinceLost || !kept) return;
  return { file: CHECKPOINT, line: 0, seq: kept.seq, what: 'lost' };
}

/** So it is with a head that was signed; those before the checkpoint are for the full verification. */
function cutBehind(heads: readonly Witness[], { entries }: Opened, kept: Checkpoint | null) {
  const hearing = new Hearing(heads.filter(({ seq }) => seq > (kept?.seq ?? 0)));
  for (const entry of entries) hearing.hear(entry);
  return hearing.verdict();
}

/** Something to be written beside the ledger. It may fail, and may be tried again at any time. */
export type Job = (keepsakes: Keepsakes) => Promise<void>;

type Folding = Pick<Resumed, 'answers' | 'keepsakes'> & { readonly opened: Opened };

/** Folds what the ledger holds; a day that closed without its closing on disk gets it now. */
function fold(from: Lobby, { opened, answers, keepsakes }: Folding, begun: SinceClose) {
  const left: Job[] = [];
  let since: SinceClose & { entries: Entry[] } = { ...begun, entries: [] };
  let lobby = from;
  for (const entry of opened.entries) {
    const before = lobby;
    lobby = folding(entry.seq, () => entry.facts.reduce(evolve, before));
    answers.learn(entry);
    since.entries.push(entry);
    if (!closesDay(entry.facts)) continue;
    answers.forget(entry.at);
    since = { close: entry, before: lobby.visit, entries: [] };
    if (!keepsakes.hasClosing(entry.seq)) left.push(closingKept(entry, lobby));
  }
  return { lobby, left, sinceClose: since };
}

/** What is to be kept of these entries; `lobby` is the state right after them. */
export function toKeep(
  entries: readonly Entry[],
  lobby: Lobby,
  { ledger, answers }: Pick<Resumed, 'ledger' | 'answers'>,
): Job[] {
  const closing = entries.find((entry) => closesDay(entry.facts));
  const changed = entries.some((e) => e.facts.some((f) => f.type === 'settings.changed'));
  const jobs = changed ? [settingsKept(lobby)] : [];
  if (!closing) return jobs;
  answers.forget(closing.at);
  // First the closing, then the checkpoint that stands on it.
  return [...jobs, closingKept(closing, lobby), checkpointKept(ledger, lobby, answers)];
}

const settingsKept =
  ({ visit }: Lobby): Job =>
  (keepsakes) =>
    keepsakes.saveSettings(visit.settings);

/** Measured at once: a state that waits for the disk would hold on to its whole day. */
function closingKept(entry: Entry, lobby: Lobby): Job {
  const closing = closingOf(entry, lobby);
  return (keepsakes) => keepsakes.saveClosing(closing);
}

/** A signature over the ledger's end as it is now. */
export function headKept(ledger: Ledger): Job {
  const head = ledger.head();
  return (keepsakes) => keepsakes.saveHead(head);
}

/** As things are now, whenever it comes to be written. */
function checkpointKept(ledger: Ledger, lobby: Lobby, answers: Answers): Job {
  const mark = ledger.mark();
  const all = answers.all();
  return (keepsakes) => keepsakes.saveCheckpoint(mark, lobby, all);
}
