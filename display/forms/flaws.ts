import { pick, words } from '../../shared/screen/language.ts';
import type { Settings } from '../../shared/settings.ts';
import { line as lineWords } from '../../shared/words/line.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import { settingsNow } from '../../shared/words/settingsNow.ts';

/** What is still wrong on a form, by what it is about. The hub looks at all of it once more. */
export interface Flaw {
  readonly at: 'branch' | 'services' | 'counters' | 'hours' | 'lines' | 'staff';
  readonly says: string;
}

export const isId = (id: string) => /^[A-Za-z0-9_-]{1,32}$/.test(id);
const twice = (all: readonly string[]) => all.find((one, i) => all.indexOf(one) !== i);

export function branchFlaws({ id, name }: Settings['branch']): Flaw[] {
  const w = words(settingsForms).flaws;
  const at = 'branch';
  return [
    ...(name.zh.trim() || name.en.trim() ? [] : [{ at, says: w.nameMissing('') } as const]),
    ...(isId(id) ? [] : [{ at, says: w.idWrong(id) } as const]),
  ];
}

export function serviceFlaws({ services, prefixes }: Pick<Settings, 'services' | 'prefixes'>) {
  const w = words(settingsForms).flaws;
  const letter = twice([...services.map((s) => s.prefix), ...Object.values(prefixes)]);
  const says = [
    ...(services.length === 0 ? [w.noServices()] : []),
    ...(letter ? [w.letterTwice(letter)] : []),
    ...services.flatMap(({ name, prefix }) => [
      ...(name.zh.trim() || name.en.trim() ? [] : [w.nameMissing(prefix)]),
      ...(/^[A-Z]$/.test(prefix) ? [] : [w.letterWrong(pick(name))]),
    ]),
  ];
  return says.map((said): Flaw => ({ at: 'services', says: said }));
}

export function counterFlaws({ services, counters }: Pick<Settings, 'services' | 'counters'>) {
  const w = words(settingsForms).flaws;
  const served = (id: string) => counters.some((k) => k.services.some((one) => one === id));
  const known = (id: string) => services.some((s) => s.id === id);
  const says = [
    ...(counters.length === 0 ? [w.noCounters()] : []),
    ...counters.flatMap((k) => [
      ...(k.name.zh.trim() || k.name.en.trim() ? [] : [w.nameMissing(k.id)]),
      ...(k.services.some(known) && k.classes.length > 0 ? [] : [w.counterIdle(pick(k.name))]),
    ]),
    ...services.filter(({ id }) => !served(id)).map(({ name }) => w.unserved(pick(name))),
  ];
  return says.map((said): Flaw => ({ at: 'counters', says: said }));
}

export function hourFlaws({ hours }: Pick<Settings, 'hours'>): Flaw[] {
  const w = words(settingsForms).flaws;
  const { days } = words(settingsNow);
  const { week = [], exceptions = {} } = hours ?? {};
  const spans = [
    ...week.map((span, i) => [days[i] ?? '', span] as const),
    ...Object.entries(exceptions),
  ];
  return spans.flatMap(([of, span]) =>
    span && span.open >= span.close ? [{ at: 'hours', says: w.spanWrong(of) }] : [],
  );
}

export function lineFlaws({ lines }: Pick<Settings, 'lines'>): Flaw[] {
  const w = words(settingsForms).flaws;
  const { classes } = words(lineWords);
  return (['ordinary', 'premium'] as const).flatMap((cls) => {
    const { yellow, orange, red } = lines[cls];
    return yellow < orange && orange < red
      ? []
      : [{ at: 'lines', says: w.notRising(classes[cls]) } as const];
  });
}
