import { words } from '../../shared/screen/language.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';

/** All keys of this screen. */
export function Help() {
  const { actions, help, keyNames } = words(counterWords);
  const keys = [
    [keyNames.space, help.big],
    ['R', actions.again],
    ['M', actions.missed],
    ['T', actions.transfer],
    ['H', actions.hold],
    ['E', actions.invite],
    ['P', actions.pause],
    ['W', actions.walkIn],
    ['F', actions.first],
    ['L', actions.call],
    ['X', actions.close],
    ['Z', help.undo],
    [keyNames.digits, help.digits],
    [keyNames.escape, help.escape],
    ['?', help.help],
  ];
  return (
    <dl class="keys">
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
