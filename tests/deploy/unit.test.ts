import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hubOptions } from '../../server/hubOptions.ts';
import { doctorOptions } from '../../server/upkeep/doctor/doctor.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { repository } from './repository.ts';

const unit = readFileSync(repository('docs/deploy/tingtang.service'), 'utf8');
const environment = readFileSync(repository('docs/deploy/tingtang.env'), 'utf8');

/** Settings by name; one that is given twice counts with all it says. */
const settings = new Map<string, string[]>();
for (const [, name = '', value = ''] of unit.matchAll(/^([A-Za-z]+)=(.*)$/gm))
  settings.set(name, [...(settings.get(name) ?? []), value]);

test('the service starts the built hub as a user of its own, again and again', () => {
  expect(settings.get('ExecStart')).toEqual([
    '/usr/bin/node dist/server/main.js hub $TINGTANG_OPTIONS',
  ]);
  expect(settings.get('Restart')).toEqual(['always']);
  expect(settings.get('StartLimitIntervalSec')).toEqual(['0']);
  expect(settings.get('User')).not.toEqual(['root']);
  expect([settings.get('StateDirectoryMode'), settings.get('UMask')]).toEqual([['0700'], ['0077']]);
});

test.skipIf(!existsSync('/usr/bin/systemd-analyze'))(
  'systemd finds nothing wrong with it, and little that is open',
  async () => {
    const file = join(await temporaryFolder(), 'tingtang.service');
    writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
    const said = execFileSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect(said).toBe('');
    const security = execFileSync(
      'systemd-analyze',
      ['security', '--offline=true', '--threshold=25', '--no-pager', file],
      { encoding: 'utf8' },
    );
    expect(security).toMatch(/exposure level .*: [0-2]\.\d/);
  },
);

test('what its environment file says is what the hub and the doctor read', () => {
  const env: Record<string, string> = {};
  for (const [, name = '', value = ''] of environment.matchAll(/^([A-Z_]+)=(.*)$/gm))
    env[name] = value;
  const { TINGTANG_OPTIONS = '', ...rest } = env;
  const before = { ...process.env };
  Object.assign(process.env, rest, { TINGTANG_DATA: '/var/lib/tingtang' });
  try {
    const options = hubOptions(TINGTANG_OPTIONS.split(' '));
    const doctor = doctorOptions([]);
    expect(options).toMatchObject({ port: 8080, host: '0.0.0.0', encrypts: 'own', pairs: true });
    expect(doctor.ports).toEqual([options.port]);
    expect([doctor.backup, doctor.data]).toEqual([options.backup, options.data]);
    expect(settings.get('ReadWritePaths')).toEqual([`-${options.backup?.replace(/\/[^/]+$/, '')}`]);
  } finally {
    for (const name of Object.keys(rest)) delete process.env[name];
    Object.assign(process.env, before);
    if (!('TINGTANG_DATA' in before)) delete process.env.TINGTANG_DATA;
  }
});
