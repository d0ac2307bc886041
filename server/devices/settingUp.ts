import type { RequestOf } from '../../shared/devices/requests.ts';
import { isWeak } from '../../shared/devices/weak.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import type { RequestAnswer } from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import type { Sender } from './gate.ts';
import type { People } from './people.ts';

export interface SettingUpParts {
  readonly people: People;
  readonly submit: (
    command: LobbyCommand,
    sender: Sender,
  ) => Promise<{ readonly ok: true } | Extract<RequestAnswer, { ok: false }>>;
}

/**
 * 开业设置. Names and PINs are written first: the ledger's one entry is what makes all of it true, and
 * nobody can sign in who is not in the ledger. Were it the other way round, a disk that failed in between
 * would leave a branch that nobody can open. What the ledger did not take is taken back.
 */
export async function setUpBranch(
  { people, submit }: SettingUpParts,
  { settings, staff }: RequestOf<'branch.setUp'>,
  sender: Sender,
): Promise<RequestAnswer> {
  if (staff.some(({ pin }) => pin !== undefined && isWeak(pin)))
    return refused({ code: 'person.weakPin' });
  const takeBack = await people.enter(staff);
  const who = staff.map(({ person, post, pin }) => ({ person, post, pin: pin !== undefined }));
  const answer = await submit({ type: 'branch.setUp', settings, staff: who }, sender);
  if (answer.ok) return { ok: true };
  await takeBack();
  return answer;
}

/** As it was before; names and PINs of those who came with it are erased. */
export async function setBackBranch(
  { people, submit }: SettingUpParts,
  added: readonly StaffId[],
  sender: Sender,
): Promise<RequestAnswer> {
  const answer = await submit({ type: 'branch.setBack' }, sender);
  if (!answer.ok) return answer;
  await people.erase(...added);
  return { ok: true };
}
