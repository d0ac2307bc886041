import type { No, Segment, Stand } from '../../server/center/protocol.ts';
import { clientOf, NoAnswer } from '../../server/center/uplink/client.ts';
import { enrol, type Membership } from '../../server/center/uplink/membership.ts';
import { Session } from '../../server/center/uplink/session.ts';
import { type PlayedBranch, segmentOf } from './accounts.ts';
import { FOLDER } from './ledgers.ts';

/** A branch that sends its ledger over the network, piece by piece, to whichever center answers. */
export class Feeder {
  /** The last entry that it has a receipt for. */
  receipted = 0;
  readonly branch: PlayedBranch;
  readonly #urls: () => readonly URL[];
  readonly #die: () => number;
  #membership: Membership | null = null;

  constructor(branch: PlayedBranch, urls: () => readonly URL[], die: () => number) {
    this.branch = branch;
    this.#urls = urls;
    this.#die = die;
  }

  async join(code: string): Promise<void> {
    const { disk, key } = this.branch;
    const [url] = this.#urls();
    if (!url) throw new Error('no center');
    const place = { disk, folder: FOLDER };
    const joined = await enrol({ place, client: clientOf(url), url, code, key, empty: false });
    if ('code' in joined) throw new Error(joined.code);
    this.#membership = joined;
  }

  /** One question to any center that is up; null: no answer. */
  async ask(path: 'state' | 'segments', body: object): Promise<{ ok: boolean } | null> {
    const urls = this.#urls();
    const url = urls[Math.floor(this.#die() * urls.length)];
    if (!url || !this.#membership) return null;
    const client = clientOf(url, { patience: 5000 });
    const session = new Session(client, this.#membership, this.branch.key);
    try {
      const answer = await session.ask(path, body);
      const { receipt } = answer as Stand;
      const own = answer.ok ? session.receiptIn(receipt) : null;
      if (own) this.receipted = Math.max(this.receipted, own.seq);
      return answer;
    } catch (error) {
      if (error instanceof NoAnswer) return null;
      throw error;
    }
  }

  /** Sends until everything is receipted, whatever happens to the centers meanwhile. */
  async drain(): Promise<void> {
    const { head } = await segmentOf(this.branch, 0);
    while (this.receipted < head.seq) {
      const to = this.receipted + 1 + Math.floor(this.#die() * 40);
      const answer = await this.ask(
        'segments',
        bare(await segmentOf(this.branch, this.receipted, to)),
      );
      if (answer?.ok) continue;
      const { code = 'none' } = (answer ?? {}) as Partial<No>;
      if (!WAITED_OUT.has(code)) throw new Error(`${this.branch.id}: ${code}`);
      await new Promise((done) => setTimeout(done, 30 + this.#die() * 60));
      // An answer that was lost: what the center has is asked for.
      await this.ask('state', { head, at: 0 });
    }
  }
}

/** A session says its version itself. */
export const bare = ({ v: _, ...segment }: Segment) => segment;

const WAITED_OUT = new Set<string>(['none', 'center.notSaved', 'center.busy', 'center.rollback']);
