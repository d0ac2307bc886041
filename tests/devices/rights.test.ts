import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printedRights } from '../../server/devices/printed.ts';
import { rights } from '../../server/devices/rights.ts';
import { branchCommands } from '../../shared/branch/commands.ts';
import { careCommands } from '../../shared/care/commands.ts';
import { devicesCommands } from '../../shared/devices/commands.ts';
import { requests } from '../../shared/devices/requests.ts';
import { isBound } from '../../shared/devices/roles.ts';
import { downCommands } from '../../shared/down/commands.ts';
import { floorCommands } from '../../shared/floor/commands.ts';
import { correctionCommands } from '../../shared/month/corrections/commands.ts';
import { files } from '../../shared/questions/files.ts';
import { questions } from '../../shared/questions/questions.ts';
import { ofCounter, type ViewName, viewNames } from '../../shared/views/views.ts';
import { visitCommands } from '../../shared/visit/commands.ts';

test('docs/rights.md is what the table prints', () => {
  const page = readFileSync(new URL('../../docs/rights.md', import.meta.url), 'utf8');
  expect(page, 'bring it up to date with: npm run rights > docs/rights.md').toBe(printedRights());
});

test('every command, request and view has its row, and there is no row without one', () => {
  const types = [
    ...visitCommands,
    ...branchCommands,
    ...careCommands,
    ...floorCommands,
    ...correctionCommands,
    ...downCommands,
    ...devicesCommands,
  ].map((c) => c.shape.type.value);
  expect(Object.keys(rights.commands).sort()).toEqual([...types].sort());
  expect(Object.keys(rights.requests).sort()).toEqual(
    requests.map((r) => r.shape.type.value).sort(),
  );
  expect(Object.keys(rights.views).sort()).toEqual([...viewNames].sort());
  const typesOf = (all: typeof questions | typeof files) => all.map((q) => q.shape.type.value);
  expect(Object.keys(rights.questions).sort()).toEqual(typesOf(questions).sort());
  expect(Object.keys(rights.files).sort()).toEqual(typesOf(files).sort());
});

test('a view of one counter is for screens that stand at one', () => {
  for (const [name, right] of Object.entries(rights.views))
    if (ofCounter(name as ViewName)) expect(right.devices.every(isBound), name).toBe(true);
});
