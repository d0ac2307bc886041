import { Unreachable } from '../shared/result.ts';
import { LedgerUnopened } from './ledger/damage.ts';

/**
 * Whatever `fold` makes of entry `seq`.
 *
 * @throws LedgerUnopened when the entry holds a fact that this program does not know
 */
export function folding<T>(seq: number, fold: () => T): T {
  try {
    return fold();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    throw new LedgerUnopened({ file: 'ledger', line: 0, seq, what: 'newer' });
  }
}
