import { Unsound } from '../../../server/ledger/damage.ts';
import type { Entry, Head } from '../../../server/ledger/entry.ts';

export * from '../../../server/ledger/chain.ts';

/** Takes every line at its word. */
export class Chain {
  head: Head | null;

  constructor(start: Head | null) {
    this.head = start;
  }

  parse(line: Buffer): Entry {
    const entry = read(line);
    this.head = entry;
    return entry;
  }

  provesFlushed(): boolean {
    return true;
  }

  due(): number {
    return (this.head?.seq ?? 0) + 1;
  }
}

function read(line: Buffer): Entry {
  try {
    return JSON.parse(line.toString()) as Entry;
  } catch {
    throw new Unsound('unreadable');
  }
}
