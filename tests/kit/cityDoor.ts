import type { CityQuestionOf, CityQuestionType } from '../../shared/city/questions.ts';
import type { CityAsked, CityReceived, CityReply } from '../../shared/city/wire.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { CenterRig } from './center.ts';

export const PASSWORD = 'four swans on a lake';
export const BROWSER = 'browser-of-their-own';

type City = Pick<CenterRig, 'url'>;

/** Posts to a center, as a page does that shows this token. */
export async function toCity<A = CityReceived>(
  { url }: City,
  path: string,
  body: unknown,
  token: string | null = null,
): Promise<A> {
  const headers = {
    'content-type': 'application/json',
    ...(token !== null && { authorization: `Bearer ${token}` }),
  };
  const sent = { method: 'POST', headers, body: JSON.stringify(body) };
  return (await fetch(new URL(`/api/city/${path}`, url), sent)).json() as Promise<A>;
}

/** What the console printed for the first administrator. */
export async function firstCode(city: CenterRig): Promise<string> {
  await city.center.screens.start();
  return /administrator: (\S+)/.exec(city.said.at(-1) ?? '')?.[1] ?? '';
}

const sessionIn = (answer: CityReceived) => {
  if (!answer.ok || !answer.session) throw new Error(JSON.stringify(answer));
  return answer.session;
};

/** The first administrator, signed in. */
export async function founded(city: CenterRig, person = 'chief'): Promise<string> {
  const code = await firstCode(city);
  const name = 'Chief';
  return sessionIn(
    await toCity(city, 'found', { code, person, name, password: PASSWORD, browser: BROWSER }),
  );
}

let minted = 0;

/** A command under an id of its own. */
export function decides(city: CenterRig, token: string, command: object): Promise<CityReply> {
  minted++;
  const id = uuid7(city.clock.now().at, new Uint8Array(10).fill(minted & 255).fill(minted >> 8, 5));
  return toCity<CityReply>(city, 'commands', { ...command, id }, token);
}

/** Adds somebody and lets them choose a password by the code they were given. */
export async function joined(
  city: CenterRig,
  chief: string,
  account: { person: string; role: string; node: string | null },
): Promise<string> {
  const added = await decides(city, chief, { type: 'account.add', ...account });
  if (!added.ok) throw new Error(added.says.en);
  const { person } = account;
  const invited = await toCity(city, 'requests', { type: 'account.invite', person }, chief);
  if (!invited.ok) throw new Error(invited.says.en);
  const choice = { code: invited.code, password: PASSWORD, browser: BROWSER };
  return sessionIn(await toCity(city, 'choose', choice));
}

export const asks = <T extends CityQuestionType>(
  city: City,
  token: string,
  question: CityQuestionOf<T>,
) => toCity<CityAsked<T>>(city, 'questions', question, token);

/** A city with two sub-branches; east's has the branch `east`. */
export async function withTree(city: CenterRig, token: string): Promise<void> {
  const name = (id: string) => ({ zh: `${id} 行`, en: id });
  const open = (node: string, level: string, parent: string | null) => ({
    ...{ type: 'node.open', node, level, parent, name: name(node), from: '2026-01-01' },
  });
  const commands = [
    open('city', 'city', null),
    ...['E', 'W'].map((node) => open(node, 'first', 'city')),
    ...['east', 'west'].map((node) => open(node, 'outlet', node === 'east' ? 'E' : 'W')),
    ...['east', 'west'].map((branch) => ({
      ...{ type: 'branch.bind', branch, node: branch, from: '2026-01-01' },
    })),
  ];
  for (const command of commands) {
    const answer = await decides(city, token, command);
    if (!answer.ok) throw new Error(answer.says.en);
  }
}
