import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultSettings } from '../../../shared/defaults.ts';
import { type Settings, settingsSchema } from '../../../shared/settings.ts';
import { doctor as words } from '../../../shared/words/doctor.ts';
import { pagesFolder } from '../../pages.ts';
import { Plain } from '../../plainly.ts';
import type { Finding, Patient } from './check.ts';
import { examine } from './examine.ts';
import { type Machine, thisMachine } from './machine.ts';

/**
 * `doctor`: is this machine fit for a hub? Takes the options, and the environment, that the hub is
 * started with. A line a check and what to do, in Chinese and English; exit 1 when something is bad.
 */
export async function runDoctor(args: string[]): Promise<void> {
  const { json, ...options } = doctorOptions(args);
  const machine = thisMachine();
  const findings = await examine({
    ...options,
    machine,
    began: machine.now(),
    program: fileURLToPath(new URL('../..', import.meta.url)),
    pages: pagesFolder(),
    settings: await settingsIn(machine, options.data),
  });
  console.log(json ? JSON.stringify(reportOf(findings), null, 2) : printed(findings));
  if (!reportOf(findings).ok) process.exitCode = 1;
}

type Options = Pick<Patient, 'data' | 'backup' | 'host' | 'ports' | 'cert'> & {
  readonly json: boolean;
};

/** @throws Plain, or what `parseArgs` throws, when the command line makes no sense */
export function doctorOptions(args: string[], env = process.env): Options {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      data: { type: 'string', default: env.TINGTANG_DATA ?? './data' },
      backup: { type: 'string', default: env.TINGTANG_BACKUP ?? '' },
      host: { type: 'string', default: env.TINGTANG_HOST ?? '127.0.0.1' },
      port: { type: 'string', default: env.TINGTANG_PORT ?? '8080' },
      'phone-port': { type: 'string', default: env.TINGTANG_PHONE_PORT ?? '' },
      cert: { type: 'string' },
    },
  });
  const ports = [values.port, values['phone-port']].filter(Boolean).map(Number);
  if (ports.some((n) => !Number.isInteger(n) || n < 0 || n > 65_535))
    throw new Plain('A port is a number from 0 to 65535.');
  const { data, backup, host, cert, json } = values;
  return {
    ...{ json, host, ports, data: resolve(data), cert: cert ? resolve(cert) : null },
    backup: backup ? resolve(backup) : null,
  };
}

export async function settingsIn(
  { disk }: Pick<Machine, 'disk'>,
  data: string,
): Promise<Settings | null> {
  const bytes = await disk.read(join(data, 'settings.json')).catch(() => null);
  if (!bytes) return defaultSettings;
  try {
    return settingsSchema.parse(JSON.parse(bytes.toString()));
  } catch {
    return null;
  }
}

/** What `--json` prints. */
export function reportOf(findings: readonly Finding[]) {
  return {
    ok: findings.every(({ state }) => state !== 'bad'),
    checks: findings.map(({ check, state, say }) => ({
      ...{ check, state, zh: say(words.zh.says), en: say(words.en.says) },
    })),
  };
}

function printed(findings: readonly Finding[]): string {
  const { zh, en } = words;
  const lines = findings.flatMap(({ check, state, say }) => [
    `${MARK[state]}  ${zh.states[state]} ${en.states[state]} · ${zh.checks[check]} ${en.checks[check]}`,
    `     ${say(zh.says)}`,
    `     ${say(en.says)}`,
  ]);
  const { ok } = reportOf(findings);
  const count = (state: Finding['state']) => findings.filter((f) => f.state === state).length;
  const sums = [count('bad'), count('warning'), count('notLooked')] as const;
  const end = ok ? [zh.fit(...sums), en.fit(...sums)] : [zh.unfit(...sums), en.unfit(...sums)];
  return [...lines, '', ...end].join('\n');
}

const MARK: Record<Finding['state'], string> = {
  ...{ ok: '  ', warning: '! ', bad: '!!', notLooked: '– ' },
};
