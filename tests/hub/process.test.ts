import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../kit/ledgers.ts';
import { ran, startProcess } from '../kit/process.ts';

test('a port in use is one clear line and exit 1', async () => {
  const taken = createServer();
  const port = await new Promise<number>((done) =>
    taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port)),
  );
  onTestFinished(() => void taken.close());
  const { code, output } = await ran('hub', [
    '--port',
    `${port}`,
    '--data',
    await temporaryFolder(),
  ]);
  expect(output.trim().split('\n')).toEqual([
    `Port ${port} is in use: stop that program, or choose another with --port.`,
  ]);
  expect(code).toBe(1);
});

test('a folder that cannot be one is one clear line and exit 1', async () => {
  const { code, output } = await ran('hub', ['--port', '0', '--data', '/dev/null/data']);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).toContain('is not a folder: choose another one with --data');
  expect(code).toBe(1);
});

test('a second hub on the same folder is told who holds it', async () => {
  const folder = await temporaryFolder();
  const hub = await startProcess(folder);
  onTestFinished(() => hub.kill());
  const { code, output } = await ran('hub', ['--port', '0', '--data', folder]);
  expect(output).toContain(`in use by process ${hub.process.pid}`);
  expect(code).toBe(1);
});
