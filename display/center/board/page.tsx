import type { ComponentChildren } from 'preact';
import type { BoardPage } from '../../../shared/city/views/board.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { LevelSign } from '../../../shared/screen/level.tsx';
import { cityBoard } from '../../../shared/words/cityBoard.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { rectifications as rectificationWords } from '../../../shared/words/rectifications.ts';
import { figureText, lineText, trackName } from '../../manager/rectification/figure.ts';
import { addressOf } from '../address.ts';
import { Asking } from '../asking.tsx';
import { useCity } from '../question.ts';
import '../ranks/monthBar.css';
import '../settings/settings.css';
import type { CityProps } from '../tabs.ts';

const PARTS = ['rectifications', 'complaints', 'inspections'] as const;

/** How often what moves in the branches is asked for anew, ms. */
const ANEW = 60_000;

/** 督办: `#board/complaints`. */
export function Page(props: CityProps) {
  const { link, shell, path } = props;
  const w = words(cityBoard);
  const open = PARTS.find((part) => part === path[0]) ?? 'rectifications';
  const node = props.node ?? shell.you.node ?? shell.ranking?.id ?? null;
  const minute = Math.floor(link.hubNow() / ANEW);
  const again = `${shell.decided} ${minute}`;
  const said = useCity(link, node ? { type: 'board', node } : null, again);
  if (!node) return <Empty says={words(cityMonth).noTree} means={words(cityMonth).noTreeMeans} />;
  return (
    <div class="city-settings">
      <nav class="segments" aria-label={w.parts[open]}>
        {PARTS.map((part) => (
          <a
            key={part}
            href={addressOf('board', part)}
            aria-current={part === open ? 'true' : undefined}
          >
            {w.parts[part]}
          </a>
        ))}
      </nav>
      {said.is === 'asking' && <Asking />}
      {said.is === 'refused' && <p role="alert">{pick(said.says)}</p>}
      {said.is === 'known' && <Part {...props} page={said.answer} open={open} />}
    </div>
  );
}

function Part({
  page,
  open,
  shell,
}: CityProps & { page: BoardPage; open: (typeof PARTS)[number] }) {
  const w = words(cityBoard);
  const nameOf = (branch: string) => shell.branches.find(({ id }) => id === branch)?.name ?? branch;
  const rows = { rectifications, complaints, inspections }[open](page);
  if (rows.length === 0) return <Empty says={w.none[open]} isGood={open !== 'inspections'} />;
  return (
    <ul class="city-rows city-part">
      {rows.map(({ key, branch, says }) => (
        <li key={key}>
          <p>
            <a href={addressOf('branch', branch)}>{nameOf(branch)}</a>
            {says}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface Row {
  readonly key: string;
  readonly branch: string;
  readonly says: ComponentChildren;
}

const rectifications = (page: BoardPage): Row[] => {
  const w = words(cityBoard);
  return page.rectifications.map((one) => ({
    key: `${one.branch} ${one.id}`,
    branch: one.branch,
    says: (
      <>
        <strong>{trackName(one.track)}</strong>
        <span>{words(rectificationWords).from[one.from]}</span>
        {one.figure !== null && <span>{figureText(one.track, one.figure)}</span>}
        {one.line !== null && <small>{lineText(one.track, one.line)}</small>}
        <span>{w.stands[one.stands]}</span>
        <small>{one.overdue > 0 ? w.overdue(one.overdue) : w.due(one.due)}</small>
        <small>{w.age(one.age)}</small>
        {one.times > 1 && <small>{w.times(one.times)}</small>}
        {one.rolled > 0 && <small>{w.rolled(one.rolled)}</small>}
      </>
    ),
  }));
};

const complaints = (page: BoardPage): Row[] => {
  const w = words(cityBoard);
  const c = words(complaintWords);
  return page.complaints.map((one) => ({
    key: `${one.branch} ${one.id}`,
    branch: one.branch,
    says: (
      <>
        {one.level && <LevelSign level={one.level} bare />}
        <strong>{c.causes[one.cause]}</strong>
        <span>{c.channels[one.channel]}</span>
        {one.isSent && <span>{w.fromAbove}</span>}
        <span>{one.left === null ? (one.late ? w.late : w.over) : w.left(one.left)}</span>
        <small>{w.due(one.due)}</small>
      </>
    ),
  }));
};

const inspections = (page: BoardPage): Row[] => {
  const w = words(cityBoard);
  return page.inspections.map((one) => ({
    key: one.branch,
    branch: one.branch,
    says: (
      <>
        <strong>{w.inspected[one.stands]}</strong>
        <span>{page.quarter}</span>
        {one.due && <small>{w.due(one.due)}</small>}
        {one.done && <span>{w.off(one.done.off)}</span>}
        {one.done && <small>{w.on(one.done.on)}</small>}
      </>
    ),
  }));
};
