import { roadOf, sendingOf } from '../../../shared/city/sent/state.ts';
import type { BranchId } from '../../../shared/ids.ts';
import type { Books } from '../books/books.ts';
import type { CityRoom } from '../city/room.ts';
import type { Member } from '../roster.ts';
import type { Sendings } from './down.ts';

/** What the city's own ledger says goes down: nothing else has to be kept, or can be lost. */
export function sendingsOf(city: Pick<CityRoom, 'state' | 'catchUp'>): Sendings {
  const idsOf = (branch: string, epoch: number) => {
    const road = roadOf(city.state.sent, branch as BranchId);
    return road.epoch === null || road.epoch === epoch ? road.ids : [];
  };
  return {
    refresh: () => city.catchUp(),
    count: (branch, epoch) => idsOf(branch, epoch).length,
    at(branch, epoch, place) {
      const id = idsOf(branch, epoch)[place];
      return id === undefined ? undefined : sendingOf(city.state.sent, id);
    },
  };
}

/**
 * What is to be done before a branch's next epoch begins: the city writes down what its new ledger is
 * sent, by what the former one had entered. Whether that could be kept.
 */
export const renewingOf =
  (city: Pick<CityRoom, 'takeOwn'>, books: Pick<Books, 'lobby'>) =>
  async ({ branch: id, epoch }: Member): Promise<boolean> => {
    const branch = id as BranchId;
    const { down, care } = (await books.lobby(branch))?.lobby ?? {};
    const orders = care?.complaints.orders ?? [];
    const answer = await city.takeOwn(
      {
        ...{ type: 'sent.renew', branch, epoch: epoch + 1, entered: down?.n ?? 0 },
        open: orders.flatMap(({ sent, end }) => (sent && !end ? [sent] : [])),
      },
      { person: null, role: null, scope: null },
    );
    return answer.ok;
  };
