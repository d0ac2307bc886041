import { expect, test } from 'vitest';
import { parseCommand } from '../../server/parse.ts';
import { commandSchema } from '../../shared/lobby.ts';
import { screen, startHub } from '../kit/hub.ts';

const OBSERVED = ['observed.issued', 'observed.started', 'observed.ended', 'observed.left'];

test('a live hub has no command that leads to observed facts', async () => {
  const types = commandSchema.options.map((option) => option.shape.type.value as string);
  expect(types.filter((type) => type.startsWith('observed'))).toEqual([]);
  const rig = await startHub();
  const lobby = await screen(rig);
  for (const type of OBSERVED) {
    const fact = { type, ticket: '2026-11-24.1', counter: '1', how: 'done', why: 'left' };
    expect(parseCommand(fact).ok).toBe(false);
    expect(await lobby.raw({ ...fact, id: '0193519d-1c00-7000-8000-000000000000' })).toMatchObject({
      ...{ ok: false, code: 'command.malformed' },
    });
  }
  expect(rig.hub.pipeline.lobby.visit.tickets.size).toBe(0);
});
