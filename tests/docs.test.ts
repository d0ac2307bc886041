import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { branchCommands } from '../shared/branch/commands.ts';
import { careCommands } from '../shared/care/commands.ts';
import { devicesCommands } from '../shared/devices/commands.ts';
import { requests } from '../shared/devices/requests.ts';
import { downCommands } from '../shared/down/commands.ts';
import { floorCommands } from '../shared/floor/commands.ts';
import { correctionCommands } from '../shared/month/corrections/commands.ts';
import { viewNames } from '../shared/views/views.ts';
import { visitCommands } from '../shared/visit/commands.ts';

const protocol = readFileSync(new URL('../docs/protocol.md', import.meta.url), 'utf8');

test('every command stands in the protocol document', () => {
  const types = [
    ...visitCommands,
    ...branchCommands,
    ...careCommands,
    ...floorCommands,
    ...correctionCommands,
    ...downCommands,
    ...devicesCommands,
    ...requests,
  ].map((c) => c.shape.type.value);
  expect(types.filter((type) => !protocol.includes(`\`${type}\``))).toEqual([]);
});

test('every fact stands in the protocol document', () => {
  const ofTheFloor = ['roster', 'meetings', 'presidents', 'training', 'notices'].map(
    (room) => `floor/${room}`,
  );
  const rooms = [
    'down',
    'visit',
    'branch',
    'care',
    'care/rectifications',
    'floor',
    'devices',
    ...ofTheFloor,
  ];
  const sources = rooms.map((room) =>
    readFileSync(new URL(`../shared/${room}/facts.ts`, import.meta.url), 'utf8'),
  );
  const types = sources.flatMap((text) => text.match(/'[a-z]+\.[a-zA-Z]+'/g) ?? []);
  expect(types.length).toBeGreaterThan(40);
  expect(types.filter((type) => !protocol.includes(type.replaceAll("'", '`')))).toEqual([]);
});

test('every view stands in the protocol document', () => {
  expect(viewNames.filter((name) => !protocol.includes(`| \`${name}\``))).toEqual([]);
});
