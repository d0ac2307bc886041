import type { ColumnType, Generated } from 'kysely';
import type { CenterDetails, CenterRefusal } from '../../../shared/center.ts';
import type { DayRow } from '../../../shared/month/dayRow.ts';
import type { Inspected } from '../../../shared/month/records.ts';
import type { Rules } from '../../../shared/month/rules.ts';
import type { SignedHead } from '../../ledger/key.ts';
import type { Former } from '../protocol.ts';
import type { DaySums } from './dayColumns.ts';

/**
 * The center's tables. Each is keyed by branch first, so that they can be distributed by it and lie
 * together; what grows with time is partitioned by month. Facts are only ever inserted: entries, heads,
 * closings, roster, ends, refused, city. The others are caches of them, and can be made anew.
 */
export interface Schema {
  roster: RosterTable;
  ends: { branch: string; at: number };
  codes: CodesTable;
  keys: { name: string; id: string; pem: string };
  refused: RefusedTable;
  stands: StandsTable;
  entries: EntriesTable;
  heads: HeadsTable;
  closings: ClosingsTable;
  days: DaysTable;
  rules: { branch: string; version: string; body: Json<Rules> };
  folds: FoldsTable;
  differences: DifferencesTable;
  city: { branch: string; seq: number; line: string };
  people: PeopleTable;
  sessions: { digest: string; person: string; until: number };
  passes: { digest: string; person: string | null; until: number };
  /** Wrong passwords of the last hour, by what they count towards. */
  tries: { id: Generated<number>; key: string; at: number };
}

interface PeopleTable {
  person: string;
  name: string | null;
  password: string | null;
  /** The browser where this person last signed in, by its digest. */
  home: ColumnType<string | null, string | null | undefined>;
}

/** Read as what it is, written as its text. */
type Json<T> = ColumnType<T, string, string>;

interface RosterTable {
  branch: string;
  epoch: number;
  name: string;
  key: string;
  code: string;
  at: number;
  after: ColumnType<Former | null, string | null, string | null>;
}

interface CodesTable {
  digest: string;
  branch: string;
  name: string;
  epoch: number;
  until: number;
}

interface RefusedTable {
  branch: string;
  /** Of what tells it from another one: the same again is not written twice. */
  digest: string;
  epoch: number;
  at: number;
  code: CenterRefusal;
  details: Json<CenterDetails>;
  head: ColumnType<SignedHead | null, string | null, string | null>;
  seq: number;
  hash: string;
  line: string | null;
}

/** Where an epoch's ledger ends here: the one row that whoever adds to it locks. */
interface StandsTable {
  branch: string;
  epoch: number;
  seq: number;
  hash: string;
  at: number;
  date: string;
  /** The entry of the last closing; 0 without one. */
  closed: number;
  seen_at: number | null;
  received_at: number | null;
  clock: number;
}

interface Monthly {
  branch: string;
  month: string;
  epoch: number;
}

interface EntriesTable extends Monthly {
  seq: number;
  date: string;
  /** Byte for byte as the branch wrote it, without its newline. */
  line: string;
}

interface HeadsTable extends Monthly, SignedHead {
  received: number;
}

interface ClosingsTable extends Monthly {
  seq: number;
  hash: string;
  at: number;
  date: string;
  line: string;
}

/** A module's score by an inspection of that day, or, without a module, an inspection that was taken back. */
export type SaidOfInspections =
  | Inspected
  | (Pick<Inspected, 'id' | 'at'> & { readonly module: null });

/** A business day, measured: sums in plain columns for what is ranked, and the whole row beside them. */
export interface DaysTable extends Monthly, DaySums {
  date: string;
  /** The last entry that it was made of. */
  seq: number;
  /** Date, epoch and version of its rules: the highest of a month names the rules of its last day. */
  ruled: string;
  inspections: ColumnType<readonly SaidOfInspections[] | null, string | null, string | null>;
  /** Days whose figures are corrected in this one. */
  corrects: ColumnType<readonly string[] | null, string | null, string | null>;
  row: Json<DayRow>;
}

interface FoldsTable {
  branch: string;
  epoch: number;
  /** Rows are made up to this entry. */
  seq: number;
  hash: string;
  broken: number | null;
  /** The state right after an entry, as text: a cache, good for one form of the state only. */
  mark: string | null;
}

interface DifferencesTable extends Monthly {
  date: string;
  seq: number;
}
