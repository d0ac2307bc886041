import type { NodeId } from '../../shared/city/ids.ts';
import type { ShellNode } from '../../shared/city/views/shell.ts';
import { pick, words } from '../../shared/screen/language.ts';
import { city as cityWords } from '../../shared/words/city.ts';

interface NodeChoiceProps {
  readonly nodes: readonly ShellNode[];
  readonly chosen: NodeId | null;
  readonly choose: (node: NodeId | null) => void;
}

/** Narrows every page to what lies below one unit. */
export function NodeChoice({ nodes, chosen, choose }: NodeChoiceProps) {
  const w = words(cityWords);
  const units = nodes.filter(({ level }) => level !== 'outlet');
  if (units.length < 2) return null;
  return (
    <label class="node-choice">
      <span>{w.under}</span>
      <select
        value={chosen ?? ''}
        onChange={(event) => choose((event.currentTarget.value || null) as NodeId | null)}
      >
        <option value="">{w.all}</option>
        {units.map(({ id, name, depth }) => (
          <option key={id} value={id}>
            {`${'\u2003'.repeat(depth)}${pick(name)}`}
          </option>
        ))}
      </select>
    </label>
  );
}
