import { bad, type Look, notLooked, ok, type Patient, warning } from './check.ts';
import { lastIn } from './last.ts';

/** As in readiness: a clock before this program is an empty battery. */
const BEFORE = Date.UTC(2026, 0, 1);
const APART = 10 * 60_000;
const STEP = 500;

const local = (at: number, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: zone,
  }).format(at);

export const clock: Look = async (patient) => {
  const { machine, began, data } = patient;
  const { wall, steady } = machine.now();
  const time = local(wall, zoneOf(patient));
  if (wall < BEFORE) return bad((w) => w.clockOld(time));
  const last = await lastIn(machine.disk, data);
  const ahead = last ? last.at - wall : 0;
  if (ahead > APART) return bad((w) => w.clockBehind(time, Math.round(ahead / 60_000)));
  const stepped = wall - began.wall - (steady - began.steady);
  if (Math.abs(stepped) > STEP) return warning((w) => w.clockSteps((stepped / 1000).toFixed(1)));
  return ok((w) => w.clockFine(time));
};

const zoneOf = ({ settings, machine }: Patient) => settings?.branch.timeZone ?? machine.zone;

/** Minutes ahead of UTC at a time. */
function offsetOf(zone: string, at: number): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return (Date.parse(`${local(minute, zone).replace(' ', 'T')}Z`) - minute) / 60_000;
}

export const zone: Look = ({ machine, settings }) => {
  const { wall } = machine.now();
  if (!settings) return notLooked((w) => w.settingsBad);
  const branch = settings.branch.timeZone;
  return offsetOf(branch, wall) === offsetOf(machine.zone, wall)
    ? ok((w) => w.zoneFine(branch))
    : warning((w) => w.zoneOther(machine.zone, branch));
};

/** By systemd's word, or chrony's; elsewhere nobody was found to ask. */
export const synchronised: Look = async ({ machine }) => {
  const systemd = await machine.run('timedatectl', ['show', '-p', 'NTPSynchronized', '--value']);
  const word = systemd?.trim();
  if (word === 'yes') return ok((w) => w.synchronised);
  const chrony = await machine.run('chronyc', ['tracking']);
  if (chrony && /^Leap status\s*: Normal/m.test(chrony)) return ok((w) => w.synchronised);
  if (word === 'no' || chrony) return warning((w) => w.notSynchronised);
  return notLooked((w) => w.synchronisedUnknown);
};
