import { type ComponentProps, h } from 'preact';

interface Drawing {
  readonly node: readonly (readonly [tag: string, lines: object])[];
}

const SHEET = {
  ...{ xmlns: 'http://www.w3.org/2000/svg', width: 24, height: 24, viewBox: '0 0 24 24' },
  ...{ fill: 'none', stroke: 'currentColor', 'stroke-width': 2 },
  ...{ 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
} as const;

/**
 * How the library's drawings become icons: the build puts this in the place of what the library has
 * for it, which also knows contexts, classes and sizes that no page asks for, and which all would fetch.
 */
export default ({ node }: Drawing) =>
  (props: ComponentProps<'svg'>) => {
    // Words stand beside it, unless it has a name of its own.
    const own = { ...SHEET, 'aria-hidden': !props['aria-label'], ...props };
    return h('svg', own, ...node.map(([tag, lines]) => h(tag, lines)));
  };
