import type { CityCommand } from '../../shared/city/city.ts';
import type { Role } from '../../shared/city/context.ts';
import type { CityFile, CityQuestionType } from '../../shared/city/questions.ts';
import type { CityRequest } from '../../shared/city/requests.ts';
import type { CityViewName } from '../../shared/city/views/views.ts';

/** Who may; within the node each has in hand. */
export type CityRight = readonly Role[];

/** Said by the center itself, for whoever showed a code or a password. */
const theCenterAlone: CityRight = [];

const administers: CityRight = ['administrator'];
/** The city's own work: months, proposals, circulars, what goes down. */
const runs: CityRight = ['administrator', 'operations'];
const everybody: CityRight = ['administrator', 'operations', 'leader', 'auditor'];
/** Reads what is none of a branch's business. */
const overseesAll: CityRight = ['administrator', 'operations', 'auditor'];

/**
 * The one table of a center's rights. A command, request, view, question or file without a row does not
 * compile; whatever a row does not name is refused. An auditor reads everything and changes nothing: no
 * row of a command names one.
 */
export const cityRights: {
  readonly commands: { readonly [T in CityCommand['type']]: CityRight };
  readonly requests: { readonly [T in CityRequest['type']]: CityRight };
  readonly views: { readonly [N in CityViewName]: CityRight };
  readonly questions: { readonly [T in CityQuestionType]: CityRight };
  readonly files: { readonly [T in CityFile['type']]: CityRight };
} = {
  commands: {
    'account.add': administers,
    'account.change': administers,
    'account.close': administers,
    'account.found': theCenterAlone,
    'account.invite': theCenterAlone,
    'account.setPassword': theCenterAlone,
    'account.signIn': theCenterAlone,
    'account.signOut': theCenterAlone,
    'account.erase': theCenterAlone,
    'node.open': administers,
    'node.rename': administers,
    'node.move': administers,
    'node.close': administers,
    'branch.bind': administers,
    'post.hold': administers,
    'rules.set': administers,
    'month.close': runs,
    'month.correct': runs,
    'proposal.confirm': runs,
    'proposal.reject': runs,
    // Whoever it concerns says it to their leader, or to the city.
    'proposal.appeal': ['administrator', 'operations', 'leader'],
    'appeal.decide': runs,
    'circular.issue': runs,
    'sent.notice': runs,
    'sent.prompt': runs,
    'sent.inspection': runs,
    'sent.complaint': runs,
    'sent.withdraw': runs,
    'sent.rules': theCenterAlone,
    'sent.renew': theCenterAlone,
    'plan.inspect': runs,
    'plan.drop': runs,
  },
  requests: {
    'account.invite': administers,
    'account.name': administers,
    'account.erase': administers,
    // Of oneself.
    'account.password': everybody,
    'account.signOut': everybody,
    'branch.enrol': administers,
    'branch.epoch': administers,
  },
  views: {
    shell: everybody,
    live: everybody,
  },
  questions: {
    people: overseesAll,
    offices: overseesAll,
    rules: everybody,
    month: everybody,
    circulars: everybody,
    board: everybody,
    followed: everybody,
    prompts: everybody,
    sent: everybody,
    'branch.now': everybody,
    'branch.report': everybody,
    'branch.day': everybody,
    'branch.ticket': everybody,
  },
  files: { circular: everybody },
};
