import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ESTree, parseSync, Visitor, type VisitorObject } from 'vite';

/** The project's own source, parsed: what the house rules are read from. */
export interface Source {
  /** From the project's root, `shared/visit/queue.ts`. */
  readonly path: string;
  /** Its text without the comments, line for line. */
  readonly code: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly Fn[];
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  /** Lines that hold a comment, and lines that hold anything. */
  readonly commented: number;
  readonly written: number;
  /** Texts of the program: strings, templates, markup. */
  readonly texts: readonly { readonly text: string; readonly line: number }[];
  /** `any` and non-null `!`, by line. */
  readonly loose: readonly string[];
}

export interface Import {
  /** A path from the root, or a package's name. */
  readonly to: string;
  /** Whether anything of it is left once types are gone. */
  readonly runs: boolean;
}

/** A function with a body of its own. */
export interface Fn {
  readonly line: number;
  readonly lines: number;
  /** It holds markup, or is the block of a `describe`. */
  readonly mayBeLong: boolean;
}

function sourceOf(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const lineOf = linesOf(text);
  const said = comments.map((c) => ({ text: c.value, line: lineOf(c.start), end: lineOf(c.end) }));
  const written = text.split('\n').filter((line) => line.trim() !== '').length;
  const found: Found = { functions: [], texts: [], loose: [] };
  new Visitor(finding(found, lineOf)).visit(program);
  return {
    ...{
      path,
      code: withoutComments(text, comments),
      lines: text.trimEnd().split('\n').length,
      imports: importsOf(path, module),
    },
    ...{ comments: said, written, ...found },
    commented: new Set(said.flatMap((c) => range(c.line, c.end))).size,
  };
}

/** In which line of a text a place stands, from 1: asked of every literal there is. */
function linesOf(text: string): (at: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (at) => {
    let [from, to] = [0, ends.length];
    while (from < to) {
      const mid = (from + to) >> 1;
      if ((ends[mid] ?? at) < at) from = mid + 1;
      else to = mid;
    }
    return from + 1;
  };
}

const withoutComments = (text: string, comments: readonly Spot[]) =>
  comments.reduce((code, { start, end }) => {
    const blank = code.slice(start, end).replace(/[^\n]/g, ' ');
    return code.slice(0, start) + blank + code.slice(end);
  }, text);

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

function importsOf(path: string, module: ReturnType<typeof parseSync>['module']): Import[] {
  const resolved = (to: string) => (to.startsWith('.') ? join(dirname(path), to) : to);
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    to: resolved(moduleRequest.value),
    runs: entries.length === 0 || entries.some((e) => !e.isType),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ to: resolved(moduleRequest.value), runs: !isType }] : [],
    ),
  );
  return [...imports, ...passedOn];
}

interface Found {
  functions: Fn[];
  texts: { text: string; line: number }[];
  loose: string[];
}
type Spot = { start: number; end: number };

/** `describe(…)`, `describe.each(…)(…)`. */
function isDescribe(callee: ESTree.Expression | ESTree.Super): boolean {
  if (callee.type === 'CallExpression') return isDescribe(callee.callee);
  if (callee.type === 'MemberExpression') return isDescribe(callee.object);
  return callee.type === 'Identifier' && callee.name === 'describe';
}

function finding(
  { functions, texts, loose }: Found,
  lineOf: (at: number) => number,
): VisitorObject {
  const open: { markup: boolean }[] = [];
  const describes = new Set<number>();
  const enter = () => void open.push({ markup: false });
  const leave = (node: Spot & { body: { type: string } | null }) => {
    const markup = open.pop()?.markup ?? false;
    if (node.body?.type !== 'BlockStatement') return;
    const line = lineOf(node.start);
    const mayBeLong = markup || describes.has(node.start);
    functions.push({ line, lines: lineOf(node.end) - line + 1, mayBeLong });
  };
  const says = (text: string, { start }: Spot) => texts.push({ text, line: lineOf(start) });
  const markup = () => {
    for (const fn of open) fn.markup = true;
  };
  return {
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
    'FunctionDeclaration:exit': leave,
    'FunctionExpression:exit': leave,
    'ArrowFunctionExpression:exit': leave,
    JSXElement: markup,
    JSXFragment: markup,
    CallExpression: ({ callee, arguments: given }) => {
      if (isDescribe(callee)) for (const one of given) describes.add(one.start);
    },
    Literal: (node) => typeof node.value === 'string' && says(node.value, node),
    TemplateElement: (node) => says(node.value.raw, node),
    JSXText: (node) => says(node.value, node),
    TSAnyKeyword: ({ start }) => loose.push(`any in line ${lineOf(start)}`),
    TSNonNullExpression: ({ start }) => loose.push(`! in line ${lineOf(start)}`),
  };
}

const HOUSES = ['shared', 'server', 'kiosk', 'display', 'tests'];

export const sources: readonly Source[] = HOUSES.filter((house) => existsSync(house))
  .flatMap((house) =>
    readdirSync(house, { recursive: true, encoding: 'utf8' }).map((p) => join(house, p)),
  )
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .sort()
  .map(sourceOf);
