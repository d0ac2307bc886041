import { generateKeyPairSync } from 'node:crypto';
import type { Sending, Sendings } from '../../server/center/down/down.ts';
import { behind, sealItem } from '../../server/center/down/seal.ts';
import { SigningKey } from '../../server/ledger/key.ts';
import { ITEM, type Item, type SentBody, sentBody } from '../../shared/down/item.ts';
import type { BranchId, BusinessDate, SendingId } from '../../shared/ids.ts';
import { sendingIdOf } from '../../shared/ids.ts';
import { NINE } from './hub.ts';
import type { Story } from './story.ts';

export const cityKey = new SigningKey(
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
);

/** What a center sends to one branch, in its order. */
export class Road {
  readonly items: Item[] = [];
  readonly #key: SigningKey;

  constructor(key: SigningKey = cityKey) {
    this.#key = key;
  }

  /** Seals the next item. */
  next(body: object, change: Partial<Item> = {}): Item {
    const place = behind(this.items.at(-1) ?? null);
    const id = sendingIdOf('2026-11-23' as BusinessDate, this.items.length + 1);
    const to = { v: ITEM, branch: 'east' as BranchId, epoch: 1, at: 1_795_400_000_000 };
    const item = sealItem(this.#key, { ...to, ...place, id, body: { ...body }, ...change });
    this.items.push(item);
    return item;
  }
}

/** The item is entered as the hub enters it: read where this program can read it. */
export function enters(day: Story, item: Item): Story {
  const read = item.v > ITEM ? null : sentBody.safeParse(item.body);
  return day.does({
    type: 'center.deliver',
    item,
    body: read?.success ? read.data : null,
  } as never);
}

export const circular = {
  ...{ kind: 'notice', is: 'bulletin', title: '10月服务质效通报', number: '〔2026〕10号' },
  ...{ lines: ['全市平均等候8.4分钟。'], tag: '月度通报' },
};
export const fromCity = {
  ...{ kind: 'inspection', on: '2026-11-20', mode: 'onSite', as: 'quarterly', inspector: 'c7' },
  ...{ checklist: 'ours-1', modules: ['environment', 'meeting'] },
  marks: [
    {
      ...{ item: 'environment.clean', points: 15, remark: '地面未清洁' },
      ...{ responsible: 't1', managing: 'b1' },
    },
  ],
};
export const workOrder = {
  ...{ kind: 'complaint', channel: 'superior', cause: 'attitude', receivedOn: '2026-11-22' },
  ...{ about: ['t1'], note: '客户反映柜员态度生硬' },
};

/** What a city has sent, by branch: the test writes into it. */
export class Sent implements Sendings {
  readonly #lists = new Map<string, Sending[]>();
  #n = 0;

  refresh = async () => {};
  count = (branch: string) => this.#of(branch).length;
  at = (branch: string, _: number, place: number) => this.#of(branch)[place];
  #of = (branch: string) => this.#lists.get(branch) ?? [];

  sends(body: object, ...branches: string[]): SendingId {
    const id = sendingIdOf('2026-11-24' as BusinessDate, ++this.#n);
    for (const branch of branches)
      this.#lists.set(branch, [...this.#of(branch), { id, at: NINE, body: body as SentBody }]);
    return id;
  }
}
