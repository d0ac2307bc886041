import type { TestSequencer, TestSpecification, Vitest } from 'vitest/node';

/** The longest, longest first: begun last, one of them would keep one worker busy and the others idle. */
const LONG = [
  ...['faults/processes', 'faults/days', 'center/words', 'faults/moreDays', 'center/killed'],
  ...['rehearsal/recorded', 'invariants', 'attacks/a13.floods', 'faults/tornTails'],
  ...['backup/drill', 'printer/trouble', 'center/accounts', 'attacks/a12.fuzz', 'faults/bitFlips'],
  ...['faults/fileErrors', 'hub/comingBack', 'rehearsal/warsaw', 'faults/roadDown'],
];

const placeOf = ({ moduleId }: TestSpecification) => {
  const place = LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return place < 0 ? LONG.length : place;
};

/** In which order test files are run; types alone of the runner, so that a build needs none. */
export class LongFirst implements TestSequencer {
  readonly #vitest: Vitest;

  constructor(vitest: Vitest) {
    this.#vitest = vitest;
  }

  shard(files: TestSpecification[]): TestSpecification[] {
    const { index = 1, count = 1 } = this.#vitest.config.shard ?? {};
    return files.filter((_, i) => i % count === index - 1);
  }

  sort(files: TestSpecification[]): TestSpecification[] {
    return files.toSorted(
      (a, b) => placeOf(a) - placeOf(b) || a.moduleId.localeCompare(b.moduleId),
    );
  }
}
