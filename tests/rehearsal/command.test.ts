import { expect, test, vi } from 'vitest';
import { replayOptions, runReplay } from '../../server/rehearsal/command.ts';
import { runExport, wantedDays } from '../../server/upkeep/export.ts';
import { fileOf, ownFolder, randomLog } from '../kit/logs.ts';

/** What a command prints on stdout. */
async function printed(run: () => Promise<void>): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await run();
    return log.mock.calls.map(([line]) => line).join('\n');
  } finally {
    log.mockRestore();
  }
}

test('replay and export print the same figures, and nothing but JSON', async () => {
  const data = `${ownFolder()}/kept`;
  const file = fileOf(randomLog(1, 50));
  const replayed = JSON.parse(await printed(() => runReplay([file, '--json', '--data', data])));
  const exported = JSON.parse(await printed(() => runExport(['all', '--json', '--data', data])));
  const { classes, all, ledger } = replayed;
  expect(exported).toEqual({ classes, all, ledger });
  const month = await printed(() => runExport(['month', '2026-11', '--json', '--data', data]));
  expect(JSON.parse(month).all).toEqual(all);
});

test('without --json both are tables to read', async () => {
  const data = `${ownFolder()}/kept`;
  const text = await printed(() => runReplay([fileOf(randomLog(2, 50)), '--data', data]));
  expect(text).toMatch(/^50 rows, 0 bad, policy recorded/);
  expect(text).toMatch(/\npremium +\d+/);
  expect(await printed(() => runExport(['day', '2026-11-23', '--data', data]))).toMatch(
    /\nall +\d+/,
  );
});

test('a command line that makes no sense is one clear line', async () => {
  expect(() => replayOptions([])).toThrow('Name one log');
  expect(() => replayOptions(['a.csv', 'b.csv'])).toThrow('Name one log');
  expect(() => replayOptions(['a.csv', '--policy', 'best'])).toThrow('choose recorded, ours');
  const played = ['a.csv', '--policy', 'ours'];
  expect(() => replayOptions([...played, '--lines', 'care=60'])).toThrow('write premium=60');
  expect(() => replayOptions([...played, '--lines', 'premium=0'])).toThrow('write premium=60');
  expect(() => replayOptions([...played, '--rules', 'callGap=1'])).toThrow('passedOverAtMost=60');
  expect(() => replayOptions(['a.csv', '--lines', 'premium=60'])).toThrow('keeps its own order');
  expect(() => replayOptions(['a.csv', '--unrecorded', 'premium'])).toThrow('only choice');
  expect(() => wantedDays(['day', '2026-13-01'])).toThrow('Say which days');
  expect(() => wantedDays(['month', '2026-1'])).toThrow('Say which days');
  expect(() => wantedDays([])).toThrow('Say which days');
  await expect(runExport(['all', '--data', ownFolder()])).rejects.toThrow('There is no ledger');
});
