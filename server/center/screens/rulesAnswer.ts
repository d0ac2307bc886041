import { unitsUnder } from '../../../shared/city/levels/tree.ts';
import { inForceFor } from '../../../shared/city/months/preview.ts';
import { lastClosed } from '../../../shared/city/months/state.ts';
import type { SentRoom } from '../../../shared/city/sent/state.ts';
import type { MonthName } from '../../../shared/ids.ts';
import { rulesFrom } from '../../../shared/month/rules.ts';
import { cityNo } from '../no.ts';
import type { Answers } from './answering.ts';

/** 规则: in force for a unit, whoever set them; and its own versions. */
export const rulesAnswers: Pick<Answers, 'rules'> = {
  async rules({ node, month }, _asker, { room }) {
    const { levels, rules, months, sent } = room.state;
    if (!levels.nodes[node]) return cityNo('door.unknown');
    const closed = lastClosed(months, unitsUnder(levels, node)) as MonthName | '';
    return {
      ...{ node, month, inForce: inForceFor(room.state, node, month), closed: closed || null },
      versions: (rules[node] ?? []).toReversed().map((one) => {
        const { version: name } = rulesFrom(one);
        return { rules: one, name, sent: sentTo(sent, name) };
      }),
    };
  },
};

const sentTo = ({ roads }: SentRoom, version: string) =>
  Object.values(roads).filter(({ rules }) =>
    Object.values(rules).some((gone) => gone.version === version),
  ).length;
