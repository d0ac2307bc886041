import canonicalize from 'canonicalize';
import { evolve, initialLobby, type Lobby } from '../../../shared/lobby.ts';
import { rowsOf } from '../../../shared/visit/table.ts';
import type { Ticket } from '../../../shared/visit/ticket.ts';
import { countIds, type Line, linesOn } from '../onDisk.ts';
import type { Branch } from './branch.ts';

/** A business day as its ledger has it at its close. */
export interface ClosedDay {
  readonly date: string;
  readonly tickets: readonly Ticket[];
}

export interface Folded {
  readonly lines: readonly Line[];
  readonly lobby: Lobby;
  readonly days: readonly ClosedDay[];
}

/** The ledger, read and folded without the hub's own way of doing it. */
export function foldedFrom(branch: Branch): Folded {
  const lines = linesOn(branch.medium);
  const days: ClosedDay[] = [];
  let lobby = initialLobby(branch.settings);
  for (const { facts } of lines) {
    for (const fact of facts) {
      lobby = evolve(lobby, fact);
      if (fact.type === 'day.closed')
        days.push({ date: fact.date, tickets: [...rowsOf(lobby.visit.tickets)] });
    }
  }
  return { lines, lobby, days };
}

const plain = (lobby: Lobby) => canonicalize(JSON.parse(JSON.stringify(lobby)));

/** What must hold whenever the hub is up: every answer stands in the ledger, and it in the state. */
export function checkTold(branch: Branch, { lines, lobby }: Folded): void {
  const ids = countIds(lines);
  const at = new Map(lines.map((line) => [line.id, line.seq]));
  for (const [id, answer] of branch.told) {
    if (ids.get(id) !== 1) branch.blame(`P7: ${id} stands ${ids.get(id) ?? 0} times in the ledger`);
    else if (at.get(id) !== answer.seq) branch.blame(`P7: ${id} was answered with another entry`);
  }
  for (const [id, n] of ids) if (n > 1) branch.blame(`P7: ${id} stands ${n} times in the ledger`);
  const now = branch.life?.lobby;
  if (now && plain(now) !== plain(lobby)) branch.blame('the state is not what the ledger comes to');
}
