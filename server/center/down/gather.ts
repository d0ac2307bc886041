import { lateHours } from '../../../shared/city/board/late.ts';
import type { CityCommand } from '../../../shared/city/city.ts';
import type { CityContext } from '../../../shared/city/context.ts';
import type { LateHours } from '../../../shared/floor/notices/facts.ts';
import type { BranchId } from '../../../shared/ids.ts';
import type { Books } from '../books/books.ts';

/** What a prompt says of each branch is counted from its own rows at the moment it is sent. */
export const gatheredFor =
  (books: () => Pick<Books, 'month'>) =>
  async (command: CityCommand): Promise<Partial<CityContext>> => {
    if (command.type !== 'sent.prompt') return {};
    const { month, branches } = command;
    const rows = await books().month(month);
    const late = branches.flatMap((branch) => {
      const hours = lateHours(month, rows.get(branch) ?? []);
      return hours ? [[branch, hours] as const] : [];
    });
    return { late: new Map<BranchId, LateHours>(late) };
  };
