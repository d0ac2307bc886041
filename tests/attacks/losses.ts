export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A guard that somebody took out. */
export interface Loss {
  readonly what: string;
  readonly edits: readonly Edit[];
  /** The attack that must notice, and which of its tests. */
  readonly attack: string;
  readonly named: string;
  /** Not one of those tests may stay green: there is a guard behind each. */
  readonly all?: true;
}

const edit = (file: string, from: string, to = ''): Edit => ({ file, from, to });

/** Takes any field from whoever sends it. */
const loose = (file: string, from: string) => edit(file, from, from.replace('strict', 'loose'));
const commands = 'z.strictObject({ type: z.literal(type), ...shape })';

const gate = 'server/devices/gate.ts';
const headers = 'server/web/headers.ts';
const throttle = 'server/devices/throttle.ts';

export const losses: readonly Loss[] = [
  {
    what: 'the gate of commands',
    edits: [edit(gate, "if (!mayUse(sender, needed)) return 'gate.forbidden';")],
    ...{ attack: 'a04.rights', named: 'over sockets' },
  },
  {
    what: 'the gate of views and requests',
    edits: [edit(gate, ": 'gate.forbidden';\n\nfunction", ': null;\n\nfunction')],
    ...{ attack: 'a04.rights', named: 'over sockets' },
  },
  {
    what: 'the question whose a command is',
    edits: [edit(gate, "if (sender.role !== 'loopback' && !isTheirs(", 'if (false && !isTheirs(')],
    ...{ attack: 'a04.rights', named: 'a counter names no other' },
  },
  {
    what: 'the question who is signed in',
    edits: [edit(gate, 'return post ? posts.includes(post) : false;', 'return true;')],
    ...{ attack: 'a04.rights', named: 'over sockets' },
  },
  {
    what: 'the check of the Origin',
    edits: [edit(headers, 'return origin === undefined ||', 'return true ||')],
    ...{ attack: 'a01.origin', named: 'A1:' },
  },
  {
    what: 'the check of the Origin at the socket alone',
    edits: [
      edit('server/web/sockets.ts', 'const own = isOurOwn(', 'const own = true || isOurOwn('),
    ],
    ...{ attack: 'a01.origin', named: 'A1:' },
  },
  {
    what: 'the check of the Host',
    edits: [edit(headers, 'if (!hosts.has(name)) return false;')],
    ...{ attack: 'a01.origin', named: 'A2:' },
  },
  {
    what: 'the throttle of PINs',
    edits: [edit(throttle, 'if (wait > 0) return { ok: false, wait };')],
    ...{ attack: 'a16.pins', named: 'at most twenty' },
  },
  {
    what: 'the throttle of one device',
    edits: [edit(throttle, 'const AT_DEVICE = 40;', 'const AT_DEVICE = 4000;')],
    ...{ attack: 'a16.pins', named: 'sprayed over many' },
  },
  {
    what: 'the tries of a pairing code',
    edits: [edit('server/devices/pairing.ts', '++one.tries >= TRIES', 'false')],
    ...{ attack: 'a05.pairing', named: 'five wrong guesses' },
  },
  {
    what: 'the pace of sockets',
    edits: [edit('server/web/screen.ts', 'if (take()) return', 'if (take() || true) return')],
    ...{ attack: 'a13.floods', named: 'a socket that floods' },
  },
  {
    what: 'the strictness of the schemas',
    edits: [
      loose('shared/visit/commands.ts', 'z.strictObject({ type'),
      loose('shared/care/commands.ts', 'z.strictObject({ type'),
      loose('shared/devices/commands.ts', commands),
      loose('shared/devices/requests.ts', commands),
      loose('shared/devices/requests.ts', 'pairingSchema = z.strictObject('),
      loose('shared/devices/requests.ts', 'pairingQuestion = z.strictObject('),
      loose('server/parse.ts', 'const viewKey = z.strictObject('),
      loose('shared/settings.ts', 'const rules = z.strictObject('),
    ],
    ...{ attack: 'a14.input', named: 'bring[s]? no field that is not known', all: true },
  },
  {
    what: 'the memory of what was revoked',
    edits: [
      edit(
        'shared/devices/state.ts',
        'return device?.revokedAt === null ? device : undefined;',
        'return device;',
      ),
    ],
    ...{ attack: 'a06.stolen', named: 'revoking cuts' },
  },
];
