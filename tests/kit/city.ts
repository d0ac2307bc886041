import { expect } from 'vitest';
import { z } from 'zod';
import {
  type City,
  type CityFact,
  type CityRefusal,
  cityCommands,
  decideCity,
  evolveCity,
  initialCity,
} from '../../shared/city/city.ts';
import type { CityContext } from '../../shared/city/context.ts';
import type { NodeId, PersonId } from '../../shared/city/ids.ts';
import type { BranchId, BusinessDate } from '../../shared/ids.ts';

export const node = (id: string) => id as NodeId;
export const person = (id: string) => id as PersonId;
export const branch = (id: string) => id as BranchId;
export const date = (text: string) => text as BusinessDate;
const named = (name: string) => ({ zh: name, en: name });

/** A command as it comes in: its ids are plain words, and what has a default is left out. */
export type Asked = z.input<(typeof cityCommands)[number]>;
const schema = z.discriminatedUnion('type', cityCommands);

/** A story of the city: what is done, by whom, on which day. */
export class CityStory {
  readonly city: City;
  readonly facts: readonly CityFact[];
  readonly #context: CityContext;

  constructor(city: City, facts: readonly CityFact[], context: CityContext) {
    this.city = city;
    this.facts = facts;
    this.#context = context;
  }

  with(more: Partial<CityContext>): CityStory {
    return new CityStory(this.city, this.facts, { ...this.#context, ...more });
  }

  as(who: string): CityStory {
    return this.with({ person: person(who) });
  }

  on(today: string): CityStory {
    return this.with({ today: date(today) });
  }

  does(asked: Asked): CityStory {
    const decided = this.#decide(asked);
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.refusal)}`);
    const next = decided.value.reduce(evolveCity, this.city);
    return new CityStory(next, [...this.facts, ...decided.value], {
      ...this.#context,
      at: this.#context.at + 1000,
    });
  }

  refuses(code: CityRefusal, asked: Asked): CityStory {
    const decided = this.#decide(asked);
    expect(decided.ok ? decided.value : decided.refusal.code).toBe(code);
    return this;
  }

  #decide(asked: Asked) {
    return decideCity(this.city, schema.parse(asked), this.#context);
  }

  /** A unit; those without a parent are the top. */
  opens(id: string, level: string, parent: string | null = null, from = '2026-01-01'): CityStory {
    const opened = { type: 'node.open', node: id, level, name: named(id), parent, from };
    return this.does(opened as Asked);
  }

  binds(branchOf: string, to: string, from = '2026-01-01'): CityStory {
    return this.does({ type: 'branch.bind', branch: branchOf, node: to, from });
  }

  holds(unit: string, post: string, who: string | null, from = '2026-01-01'): CityStory {
    return this.does({ type: 'post.hold', node: unit, post, person: who, from } as Asked);
  }
}

export const cityStory = (): CityStory =>
  new CityStory(initialCity, [], {
    ...{ at: Date.parse('2026-11-03T09:00:00+08:00'), today: date('2026-11-03') },
    ...{ person: person('chief'), role: 'administrator', scope: null },
  });

/** A city with two first-level sub-branches: `east` with `e1` under its second-level one, `west` with `w1`. */
export const twoSides = (): CityStory =>
  cityStory()
    .opens('city', 'city')
    .opens('east', 'first', 'city')
    .opens('west', 'first', 'city')
    .opens('east-2', 'second', 'east')
    .opens('e1-lobby', 'outlet', 'east-2')
    .opens('w1-lobby', 'outlet', 'west')
    .binds('e1', 'e1-lobby')
    .binds('w1', 'w1-lobby');
