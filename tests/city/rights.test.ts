import { expect, test } from 'vitest';
import { cityGate } from '../../server/center/people/gate.ts';
import { cityRights } from '../../server/center/rights.ts';
import { type CityCommand, cityCommands, initialCity } from '../../shared/city/city.ts';
import { ROLES } from '../../shared/city/context.ts';
import type { NodeId, PersonId } from '../../shared/city/ids.ts';
import { cityQuestions } from '../../shared/city/questions.ts';
import { cityRequests } from '../../shared/city/requests.ts';
import { cityViewNames } from '../../shared/city/views/views.ts';

const on = { ...initialCity, today: '2026-11-26' };
const typesOf = (all: readonly { shape: { type: { value: string } } }[]) =>
  all.map(({ shape }) => shape.type.value).sort();

/** Said by the center itself, and by no screen: they have no schema. */
const OWN = ['sent.renew', 'sent.rules'];

test('every command, request, view and question has its row, and there is no row without one', () => {
  const sent = [...typesOf(cityCommands), ...OWN].sort();
  expect(Object.keys(cityRights.commands).sort()).toEqual(sent);
  expect(Object.keys(cityRights.requests).sort()).toEqual(typesOf(cityRequests));
  expect(Object.keys(cityRights.questions).sort()).toEqual(typesOf(cityQuestions));
  expect(Object.keys(cityRights.views).sort()).toEqual([...cityViewNames].sort());
});

test.each(ROLES)('%s may what its row says, and nothing else', (role) => {
  const asker = { person: 'p' as PersonId, role, scope: null };
  for (const [type, right] of Object.entries(cityRights.commands)) {
    const no = cityGate.command(asker, { type } as CityCommand, on);
    expect(no, type).toBe(right.includes(role) ? null : 'door.forbidden');
  }
});

test('an auditor reads everything and changes nothing', () => {
  const { commands, requests, views, questions } = cityRights;
  const own = ['account.password', 'account.signOut'];
  for (const [type, right] of Object.entries(commands))
    expect(right.includes('auditor'), type).toBe(false);
  for (const [type, right] of Object.entries(requests))
    expect(right.includes('auditor'), type).toBe(own.includes(type));
  for (const [name, right] of [...Object.entries(views), ...Object.entries(questions)])
    expect(right.includes('auditor'), name).toBe(true);
});

test('nobody asks about a unit that is not theirs', () => {
  const leader = { person: 'p' as PersonId, role: 'leader', scope: 'E' as NodeId } as const;
  const key = { name: 'live', node: 'W' as NodeId } as const;
  expect(cityGate.view(leader, key, on)).toBe('door.outside');
});
