import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../clock.ts';
import { Plain } from '../../plainly.ts';
import { readSettings } from '../../settings.ts';
import { type Imported, importHistory } from './import.ts';

const HOW =
  'npm run import -- FILE.csv --data DIR --wait-ends call|start [--settings FILE] [--service ID] [--skip-bad] [--unrecorded ordinary] [--json]';

/** `import FILE.csv`: another system's history, into a branch's folder before its first day. */
export async function runImport(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.TINGTANG_DATA ?? './data' },
      settings: { type: 'string' },
      service: { type: 'string' },
      'wait-ends': { type: 'string' },
      'skip-bad': { type: 'boolean', default: false },
      unrecorded: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Plain(HOW);
  const data = resolve(values.data);
  const waitEnds = values['wait-ends'];
  if (waitEnds !== 'call' && waitEnds !== 'start')
    throw new Plain(
      'Say where the other system ends a wait: --wait-ends call, or --wait-ends start (of service). Reports carry it with the figures.',
    );
  if (values.unrecorded !== undefined && values.unrecorded !== 'ordinary')
    throw new Plain(
      `--unrecorded "${values.unrecorded}" is not known: the only choice is ordinary.`,
    );
  const settings = values.settings ?? join(data, 'settings.json');
  if (!existsSync(settings))
    throw new Plain(
      `The branch's settings are needed, for its services, counters and time zone: --settings FILE.`,
    );
  const imported = await importHistory({
    ...{ file, data, waitEnds, skipBad: values['skip-bad'], now: systemClock(0).now().wall },
    ...{ settings: await readSettings(settings), unrecordedAsOrdinary: Boolean(values.unrecorded) },
    ...(values.service && { service: values.service }),
  });
  console.log(values.json ? JSON.stringify(imported, null, 2) : printed(imported));
}

function printed({ rows, bad, days, from, to, waitEnds, unknownCounters, ledger }: Imported) {
  const strange = unknownCounters.join(', ');
  return [
    `${rows} rows of ${days} days, ${from} to ${to}, ${bad} bad ones left out; a wait ends at the ${waitEnds}`,
    ...(strange ? [`counters that the settings do not have, kept as nobody's: ${strange}`] : []),
    `ledger: ${ledger.entries} entries, head ${ledger.head}`,
  ].join('\n');
}
