import { join } from 'node:path';
import { cutLine, type Evidence, keyOf, MANY, type Refused, type Told } from '../evidence.ts';
import { LastOf } from '../rows.ts';
import type { Place } from '../stretch.ts';
import { Turns } from '../turns.ts';

export const REFUSED = 'refused.jsonl';

/** Each row is flushed. */
export class FilesEvidence implements Evidence {
  readonly #last = new Map<string, Told>();
  readonly #rows: LastOf<Refused>;
  readonly #turns = new Turns();
  readonly #known = new Set<string>();
  readonly #count = new Map<string, number>();

  constructor({ disk, folder }: Place) {
    const at = { disk, folder, name: REFUSED, torn: join(folder, 'torn') };
    this.#rows = new LastOf(at, (line) => this.#learn(JSON.parse(line.toString())));
  }

  read(): Promise<void> {
    return this.#rows.read();
  }

  keep(row: Refused): Promise<boolean> {
    const isNews = this.#last.get(row.branch)?.code !== row.code;
    return this.#turns.take(async () => {
      const isKnown = this.#known.has(keyOf(row));
      const count = this.#count.get(row.branch) ?? 0;
      this.#learn(row);
      if (isKnown || count >= MANY) return isNews;
      this.#count.set(row.branch, count + 1);
      await this.#rows.add({ ...row, line: cutLine(row.line) });
      return isNews;
    });
  }

  async last(): Promise<ReadonlyMap<string, Told>> {
    return this.#last;
  }

  close(): Promise<void> {
    return this.#turns.take(() => this.#rows.close());
  }

  #learn(row: Refused): Refused {
    const { line: _, ...told } = row;
    this.#known.add(keyOf(row));
    this.#last.set(row.branch, told);
    return row;
  }
}
