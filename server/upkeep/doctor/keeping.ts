import { dirname } from 'node:path';
import { sayDamage } from '../../ledger/damage.ts';
import { datesIn } from '../../ledger/files.ts';
import { missingPhotos } from '../../photos/missing.ts';
import { verifyHistory } from '../../rebuilt.ts';
import { bad, type Look, ok, type Patient, warning } from './check.ts';
import { lastIn } from './last.ts';
import { nearest } from './place.ts';

const MINUTE = 60_000;
const DAY = 1440;
/** A hub copies every minute, and rarely when that fails. */
const LATE = 20;

export const backup: Look = async (patient) => {
  const { machine, backup: place } = patient;
  if (!place) return warning((w) => w.backupUnset);
  const above = await machine.about(dirname(place));
  if (!above) return bad((w) => w.backupGone(dirname(place)));
  const there = await machine.about(place);
  if (!(await machine.mayWrite(there ? place : dirname(place))))
    return bad((w) => w.backupShut(place));
  const own = await machine.about(await nearest(patient));
  if (own?.drive === (there ?? above).drive) return warning((w) => w.backupSameDrive(place));
  return ageOf(patient, place);
};

/** How far the copy is behind: what happened since its last entry would be lost. */
async function ageOf({ machine, data }: Patient, place: string) {
  const [here, copy] = [await lastIn(machine.disk, data), await lastIn(machine.disk, place)];
  if (!here) return ok((w) => w.backupReady(place));
  if (!copy) return bad((w) => w.backupEmpty(place));
  const lacks = here.seq - copy.seq;
  const minutes = Math.round((here.at - copy.at) / MINUTE);
  if (lacks < 0) return bad((w) => w.backupAhead(place));
  if (lacks === 0 || minutes <= LATE) return ok((w) => w.backupFine(place, lacks));
  const late = minutes > DAY ? bad : warning;
  return late((w) => w.backupLate(place, lacks, minutes));
}

export const ledger: Look = async ({ machine, data }) => {
  const { disk } = machine;
  const dates = await datesIn(disk, data);
  if (!dates?.length) return ok((w) => w.ledgerToCome);
  const { ledgers } = await verifyHistory(disk, data);
  const broken = ledgers.find((found) => !found.ok);
  if (broken && !broken.ok) return bad((w) => w.ledgerDamaged(sayDamage(broken.damage)));
  const photos = await missingPhotos(disk, data);
  if (photos.length > 0) return bad((w) => w.photosMissing(photos.length));
  const entries = ledgers.reduce((sum, found) => sum + found.entries, 0);
  return ok((w) => w.ledgerFine(entries, dates.length));
};
