import type { CityCommand } from '../../../shared/city/city.ts';
import { closingIdOf, type NodeId, type PersonId } from '../../../shared/city/ids.ts';
import type { Level } from '../../../shared/city/levels/state.ts';
import { previewOf } from '../../../shared/city/months/preview.ts';
import { proposalsOf } from '../../../shared/city/months/state.ts';
import { POSTS_AT } from '../../../shared/city/posts/state.ts';
import { type CityRules, SEATS } from '../../../shared/city/rules/commands.ts';
import { STANDARD } from '../../../shared/city/rules/state.ts';
import type { BusinessDate, MonthName } from '../../../shared/ids.ts';
import type { Text } from '../../../shared/settings.ts';
import { cityNames } from '../../../shared/words/rehearsal.ts';
import type { Center } from '../../center/center.ts';
import { rulesOf } from '../../center/months/gathering.ts';
import type { CityBranch } from './branches.ts';

const CITY = 'city' as NodeId;
export const ADMIN = 'admin' as PersonId;

/** What the simulated city's department does: units and posts at first, then month after month. */
export class Office {
  readonly #center: Center;
  readonly #branches: readonly CityBranch[];
  readonly #from: BusinessDate;
  /** Known by their numbers alone. */
  #people = 0;

  constructor(center: Center, branches: readonly CityBranch[], from: BusinessDate) {
    this.#center = center;
    this.#branches = branches;
    this.#from = from;
  }

  /** The city, its first-level sub-branches, and in turn under them each branch as a second-level one. */
  async setUp(): Promise<void> {
    const { zh, en } = cityNames;
    const sides = this.#branches.length > 20 ? 3 : 2;
    await this.#opens(CITY, 'city', null, { zh: zh.city, en: en.city });
    await this.#does({ type: 'rules.set', node: CITY, rules: this.#rules() });
    for (let n = 0; n < sides; n++) {
      const name = { zh: zh.side(n), en: en.side(n) };
      await this.#opens(`side-${n + 1}` as NodeId, 'first', CITY, name);
    }
    for (const [n, { id, name }] of this.#branches.entries()) {
      const node = `n${n + 1}` as NodeId;
      await this.#opens(node, 'second', `side-${(n % sides) + 1}` as NodeId, name);
      await this.#does({ type: 'branch.bind', branch: id, node, from: this.#from });
    }
  }

  /** The standard with amounts, so that there is something to pay. */
  #rules(): CityRules {
    const from = this.#from.slice(0, 7) as MonthName;
    const tiers = (yuan: readonly number[]) =>
      STANDARD.rewards.map(({ upTo }, n) => ({
        upTo,
        amounts: Object.fromEntries(SEATS.map((seat) => [seat, yuan[n] ?? 0])),
      }));
    const amounts = { rewards: tiers([800, 500, 300]), fines: tiers([600, 400, 200]) };
    return { ...STANDARD, ...amounts, version: `demo-${from}`, from };
  }

  /**
   * Closes a month, decides what the rules propose, one of them against it, has a fine appealed, and
   * writes both circulars.
   */
  async close(month: MonthName): Promise<void> {
    const { city, gathering } = this.#center;
    const rules = rulesOf(city.state, CITY, month);
    const gathered = await gathering.gathered(city.state, month, rules);
    const { sum, blocking } = previewOf(city.state, { month, node: CITY }, gathered);
    const despite = blocking > 0 ? cityNames.zh.despite : null;
    await this.#does({ type: 'month.close', month, node: CITY, sum, despite });
    const closing = closingIdOf(month, CITY);
    const proposals = proposalsOf(city.state.months, closing);
    for (const [n, { id: proposal }] of proposals.entries())
      await this.#does(
        n === proposals.length - 1
          ? { type: 'proposal.reject', proposal, reason: cityNames.zh.rejects }
          : { type: 'proposal.confirm', proposal, note: null },
      );
    const fine = proposals.slice(0, -1).find(({ kind }) => kind === 'fine');
    if (fine) {
      const { id: proposal, person: who } = fine;
      await this.#does({ type: 'proposal.appeal', proposal, who, grounds: cityNames.zh.appeals });
    }
    for (const series of ['quality', 'assessment'] as const)
      await this.#does({ type: 'circular.issue', closing, series, correction: null });
  }

  async #opens(node: NodeId, level: Level, parent: NodeId | null, name: Text): Promise<void> {
    const from = this.#from;
    await this.#does({ type: 'node.open', node, level, name, parent, from });
    for (const post of POSTS_AT[level] ?? []) {
      const person = `P${1001 + this.#people++}` as PersonId;
      await this.#does({ type: 'post.hold', node, post, person, from });
    }
  }

  /** @throws when the city refuses it: the demo is wrong */
  async #does(command: CityCommand): Promise<void> {
    const actor = { person: ADMIN, role: 'administrator', scope: null } as const;
    const answer = await this.#center.city.takeOwn(command, actor);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code}`);
  }
}
