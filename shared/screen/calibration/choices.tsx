import { Button } from '../button.tsx';

interface ChoicesProps {
  readonly name: string;
  readonly of: readonly number[];
  readonly chosen: number;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly pick: (n: number) => void;
}

/** The usual figures to touch, and a field for any other. */
export function Choices({ name, of, chosen, unit, least, most, pick }: ChoicesProps) {
  const type = (text: string) => {
    const n = Number(text);
    if (n >= least && n <= most) pick(n);
  };
  return (
    <fieldset class="calibration-choices">
      <legend>{name}</legend>
      {of.map((n) => (
        <Button key={n} pressed={Math.abs(n - chosen) < 0.05} onPress={() => pick(n)}>
          {n}
          {unit}
        </Button>
      ))}
      <input
        {...{ type: 'number', min: least, max: most, step: 0.1, value: chosen }}
        aria-label={name}
        onChange={(e) => type(e.currentTarget.value)}
      />
    </fieldset>
  );
}
