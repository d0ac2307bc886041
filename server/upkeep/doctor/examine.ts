import { addresses, certificate, port, printer } from './around.ts';
import type { CheckName, Finding, Look, Patient } from './check.ts';
import { notLooked } from './check.ts';
import { flush } from './flush.ts';
import { memory, node, packages } from './host.ts';
import { backup, ledger } from './keeping.ts';
import { disk, folder, lock, space } from './place.ts';
import { browser, fonts, voice, voices } from './screens.ts';
import { clock, synchronised, zone } from './time.ts';

/** In this order; `clock` comes after `flush`, so that a clock that is being set has time to show it. */
const LOOKS: { readonly [C in CheckName]: Look } = {
  ...{ node, packages, memory, folder, lock, disk, space, flush, ledger, backup },
  ...{ clock, zone, synchronised, port, addresses, certificate },
  ...{ fonts, browser, voice, voices, printer },
};

/** Looks at everything, one after the other: what is timed must not wait for the rest. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [check, look] of Object.entries(LOOKS) as [CheckName, Look][]) {
    try {
      findings.push({ check, ...(await look(patient)) });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      findings.push({ check, ...notLooked((w) => w.failed(code ?? message)) });
    }
  }
  return findings;
}
