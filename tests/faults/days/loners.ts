import {
  acknowledged,
  isOpenAlone,
  merged,
  nothingKept,
  takenFrom,
} from '../../../kiosk/ticket/lent.ts';
import type { LoanId } from '../../../shared/ids.ts';
import { branchPart } from '../../../shared/views/parts.ts';
import { reservePart } from '../../../shared/views/reserve.ts';
import type { CommandOf } from '../../../shared/visit/commands.ts';
import type { Branch } from './branch.ts';
import { Link } from './link.ts';
import type { Folded } from './told.ts';

const MINUTE = 60_000;
/** So often such a kiosk looks whether the hub is there: by day, and when nobody comes any more. */
const LOOKS = 20_000;
const SELDOM = 20 * MINUTE;

type HandIn = CommandOf<'ticket.handIn'>;

/** A kiosk that goes on without the hub, by the page's own rules, and hands in what it gave out. */
export function loner(branch: Branch, n: number, mean: number, until: number): void {
  const { world, die, settings } = branch;
  const link = new Link(branch);
  let kept = nothingKept(`019ab000-0000-7000-8000-00000000000${n}` as LoanId);
  let view: Parameters<typeof isOpenAlone>[0] | null = null;
  let wasLive = false;

  const borrow = () => link.send({ type: 'numbers.borrow', loan: kept.loan }, () => {});
  const looks = () => {
    const { life } = branch;
    const isLive = link.live && Boolean(life?.hub.pipeline.accepting);
    if (life && isLive) hears(life.lobby.visit, life.clock.now().at);
    // The hub hears that the line is gone, if it is there itself.
    if (!isLive && wasLive) void life?.own({ type: 'numbers.cutOff', loan: kept.loan });
    if (isLive && !wasLive) borrow();
    wasLive = isLive;
    if (isLive && kept.out.length > 0) handsIn();
    if (world.now < until + 20 * 60 * MINUTE)
      world.after(world.now < until ? LOOKS : SELDOM, looks);
  };

  function hears(visit: Parameters<typeof reservePart>[0], at: number): void {
    view = { reserve: reservePart(visit), branch: branchPart(visit) };
    const isNewDay = view.reserve.date !== kept.date;
    kept = { ...merged(kept, view.reserve), offset: at - world.now };
    if (isNewDay) borrow();
  }

  function handsIn(): void {
    for (const { id, command } of kept.out)
      link.send(Object.assign({ id }, command), (answer) => {
        if (!answer || kept.out.every((out) => out.id !== id)) return;
        kept = acknowledged(kept, new Set([id]));
        if (!answer.ok) branch.blame(`P15: ${JSON.stringify(command)} is refused: ${answer.code}`);
        if (kept.out.length === 0) borrow();
      });
  }

  const comes = () => {
    if (world.now > until) return;
    world.after(Math.ceil(-mean * Math.log(1 - die()) * 4) * 250, comes);
    if (die() < 0.1) link.pull(30_000 + die() * 10 * MINUTE);
    const at = world.now + kept.offset;
    const service = settings.services[Math.floor(die() * settings.services.length)]?.id;
    if (wasLive || !view || !service || !isOpenAlone(view, kept.date, at)) return;
    const id = branch.mint();
    const taken = takenFrom(kept, view, { service, class: 'ordinary', at, id });
    if (!taken) return;
    kept = taken.kept;
    const out = kept.out.at(-1);
    if (out) branch.lent.push(out.command);
  };
  world.after(1000, looks);
  world.after(die() * mean * 1000, comes);
}

/** P7, P15: each number that a kiosk gave out alone is in the ledger once, with its time or marked. */
export function checkLent(branch: Branch, { lines }: Folded): void {
  const all = lines.flatMap((line) => line.facts);
  const found = new Map<string, number>();
  for (const fact of all) {
    const isLent = fact.type === 'ticket.issued' && fact.by === 'lent';
    if (!isLent && fact.type !== 'numbers.late') continue;
    const date = fact.type === 'numbers.late' ? fact.date : fact.ticket.slice(0, 10);
    const name = `${date} ${fact.number}`;
    found.set(name, (found.get(name) ?? 0) + 1);
    if (!isLent) continue;
    const given = (branch.lent as HandIn[]).find((c) => `${c.date} ${c.number}` === name);
    const time = fact.untimed ? undefined : given?.issuedAt;
    if (fact.firstAt !== time) branch.blame(`P15: ${name} has another time than it was given`);
  }
  for (const { date, number } of branch.lent as HandIn[]) {
    const times = found.get(`${date} ${number}`) ?? 0;
    if (times !== 1)
      branch.blame(`P15: ${date} ${number} was given once, and is ${times} times in`);
  }
  if (found.size !== branch.lent.length)
    branch.blame(`P15: ${branch.lent.length} numbers given alone, ${found.size} in the ledger`);
}
