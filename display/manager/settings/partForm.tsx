import type { SettingsNow } from '../../../shared/questions/settingsNow.ts';
import { BranchName } from '../../forms/branchForm.tsx';
import { CountersForm } from '../../forms/countersForm.tsx';
import {
  branchFlaws,
  counterFlaws,
  type Flaw,
  hourFlaws,
  lineFlaws,
  serviceFlaws,
} from '../../forms/flaws.ts';
import { HoursForm } from '../../forms/hoursForm.tsx';
import { LinesForm } from '../../forms/linesForm.tsx';
import { ServicesForm } from '../../forms/servicesForm.tsx';
import { filled, finishedParts } from '../../forms/texts.ts';
import { TextsForm } from '../../forms/textsForm.tsx';

/** What is changed on the panel, each on a page of its own. */
export const EDITABLE = ['name', 'hours', 'services', 'counters', 'lines', 'texts'] as const;
export type Editable = (typeof EDITABLE)[number];
export const isEditable = (name: string | undefined): name is Editable =>
  EDITABLE.some((one) => one === name);

interface PartProps {
  readonly part: Editable;
  readonly value: SettingsNow;
  readonly onValue: (value: SettingsNow) => void;
}

export function PartForm({ part, value, onValue }: PartProps) {
  const set = (some: Partial<SettingsNow>) => onValue({ ...value, ...some });
  const { branch, services, prefixes, counters, hours, lines, targets, texts } = value;
  switch (part) {
    case 'name':
      return <BranchName value={branch} onValue={(next) => set({ branch: next })} />;
    case 'services':
      return (
        <ServicesForm
          {...{ value: services, prefixes, onValue: (next) => set({ services: next }) }}
        />
      );
    case 'counters':
      return (
        <CountersForm
          {...{ value: counters, services, onValue: (next) => set({ counters: next }) }}
        />
      );
    case 'hours':
      return <HoursForm value={hours} onValue={(next) => set({ hours: next })} />;
    case 'lines':
      return <LinesForm value={{ lines, targets }} onValue={set} />;
    case 'texts':
      return <TextsForm value={texts} onValue={(next) => set({ texts: next })} />;
  }
}

/** A service nobody serves yet is no fault here: its counters are the next form. */
export function flawsIn(part: Editable, settings: SettingsNow): readonly Flaw[] {
  switch (part) {
    case 'name':
      return branchFlaws(settings.branch);
    case 'services':
      return serviceFlaws(settings);
    case 'counters':
      return counterFlaws(settings);
    case 'hours':
      return hourFlaws(settings);
    case 'lines':
      return lineFlaws(settings);
    case 'texts':
      return [];
  }
}

/** As the hub takes it. */
export function settled(settings: SettingsNow): SettingsNow {
  const { pledge, notices } = settings.texts;
  const said = notices.map(filled).filter(({ zh }) => zh);
  return { ...finishedParts(settings), texts: { pledge: filled(pledge), notices: said } };
}
