import { deviceRoles } from '../../shared/devices/roles.ts';
import { type Right, rights } from './rights.ts';

const POSTS = {
  teller: 'teller',
  lobbyManager: 'lobby manager',
  branchManager: 'branch manager',
  serviceSpecialist: 'service specialist',
};

const columns = [...deviceRoles, 'phone'] as const;

const head = `# Rights

Who may ask what of a hub. **Printed from the table the gate works from**
([\`server/devices/rights.ts\`](../server/devices/rights.ts)) by \`npm run rights\`; what is not in it is
refused.

- A screen is let in by pairing: it shows a code, a branch manager types that code on the manager's
  panel and says what the screen is. From then on it holds a token of its own. Nothing rests on cookies.
- **Without pairing** (\`npm start\` on this machine alone) every screen opened on the hub's own machine
  may do what the column "this machine" says, for every counter, with nobody signed in: whoever sits at
  that machine is trusted. \`--pair\`, or any address but loopback to listen on, ends that: then every
  screen has to pair, on this machine too.
- A counter and a rating terminal stand at one counter, and may name no other one nor its tickets.
- A person signs in at a device with staff number and PIN; "signed in" names the posts of which one is
  needed. Until there is a first branch manager, a paired manager's panel may do what a branch manager
  may.
- A ticket by hand, and one marked as a test, needs somebody signed in; the customer at a kiosk does
  not. A counter is opened in the name of whoever is signed in there.
- A **phone** is no device of the branch: a customer's own page, where it is switched on, behind a door of
  its own ([phone.md](phone.md)). Its token names one ticket; it sees that ticket's state and may speak of
  no other.
- \`/readyz\` and \`/metrics\` answer this machine itself and a paired manager's panel. \`/livez\`, the pages'
  own files and \`/api/pair\` answer everybody; they say nothing about the branch.
`;

function table(title: string, rows: Readonly<Record<string, Right>>): string {
  const names = [...columns, 'this machine', 'signed in'];
  const lines = Object.entries(rows).map(([name, right]) => {
    const cells = columns.map((role) => (right.devices.includes(role) ? '●' : ''));
    const people = right.posts?.map((post) => POSTS[post]).join(', ') ?? '';
    return `| \`${name}\` | ${[...cells, right.loopback ? '●' : '', people].join(' | ')} |`;
  });
  const rule = ['---', ...names.map((_, i) => (i <= columns.length ? ':-:' : '---'))];
  return `## ${title}\n\n| | ${names.join(' | ')} |\n|${rule.join('|')}|\n${lines.join('\n')}\n`;
}

/** `docs/rights.md`, whole. */
export const printedRights = (): string =>
  [
    head,
    table('Commands', rights.commands),
    'A command without a mark is the hub’s own.\n',
    table('Requests', rights.requests),
    table('Photos', rights.photos),
    table('Views', rights.views),
    table('Questions', rights.questions),
    table('Files', rights.files),
  ].join('\n');

/** `rights`: prints the page; `npm run rights > docs/rights.md` brings it up to date. */
export async function runRights(): Promise<void> {
  process.stdout.write(printedRights());
}
