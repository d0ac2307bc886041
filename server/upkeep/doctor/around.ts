import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { PrinterCondition } from '../../../shared/views/printers.ts';
import { AUTHORITY } from '../../tls/authority.ts';
import { bracketed } from '../../web/access.ts';
import {
  bad,
  type Found,
  type Look,
  notLooked,
  ok,
  type Patient,
  warning,
  worst,
} from './check.ts';

export const port: Look = async (patient) => {
  const [first, ...others] = await Promise.all(patient.ports.map((n) => portOf(patient, n)));
  return first ? worst([first, ...others]) : notLooked((w) => w.portUnset);
};

async function portOf({ machine, host, data }: Patient, n: number): Promise<Found> {
  const may = await machine.canListen(host, n);
  if (may === 'yes') return ok((w) => w.portFree(n));
  if (may === 'forbidden') return bad((w) => w.portForbidden(n));
  return (await answers({ machine, host }, n)) && (await machine.isHeld(data))
    ? ok((w) => w.portOurs(n))
    : bad((w) => w.portTaken(n));
}

async function answers({ machine, host }: Pick<Patient, 'machine' | 'host'>, n: number) {
  const name = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : bracketed(host);
  for (const scheme of ['http', 'https'])
    if ((await machine.fetch(`${scheme}://${name}:${n}/livez`)) === '{"ok":true}') return true;
  return false;
}

const isOfLan = (address: string) => !/^(127\.|::1$|169\.254\.)/.test(address);

export const addresses: Look = ({ machine }) => {
  const lan = machine.addresses().filter(isOfLan);
  return lan.length > 0
    ? ok((w) => w.addressesFine(lan.join(', ')))
    : warning((w) => w.addressesNone);
};

const DAY = 86_400_000;
/** A hub makes its own authority anew when less than this is left: screens then install the new one. */
const RENEW = 400;
const SOON = 30;

export const certificate: Look = async ({ machine, data, cert }) => {
  const path = cert ?? join(data, AUTHORITY.cert);
  const pem = await machine.disk.read(path).catch(() => null);
  if (!pem) return cert ? bad((w) => w.certificateGone(cert)) : notLooked((w) => w.certificateNone);
  const end = endOf(pem);
  if (end === null) return bad((w) => w.certificateBad(path));
  const left = Math.floor((end - machine.now().wall) / DAY);
  const date = new Date(end).toISOString().slice(0, 10);
  if (left < 0) return bad((w) => w.certificateOver(path, date));
  if (cert && left < SOON) return warning((w) => w.certificateSoon(path, left));
  if (!cert && left < RENEW) return warning((w) => w.authoritySoon(date));
  return ok((w) => w.certificateFine(date, left));
};

function endOf(pem: Buffer): number | null {
  try {
    return Date.parse(new X509Certificate(pem).validTo);
  } catch {
    return null;
  }
}

const FAILS: readonly PrinterCondition[] = ['unreachable', 'coverOpen', 'paperOut', 'error'];

export const printer: Look = async ({ machine, settings }) => {
  if (!settings) return notLooked((w) => w.settingsBad);
  const { printers = [] } = settings;
  const looked = await Promise.all(
    printers.map(async ({ id, name = id, host, port: n }) => {
      const is = await machine.printer({ host, port: n });
      if (is === 'unreachable') return bad((w) => w.printerGone(name, `${bracketed(host)}:${n}`));
      if (FAILS.includes(is)) return bad((w) => w.printerFails(name, w.printerIs[is]));
      return is === 'ok'
        ? ok((w) => w.printerFine(printers.length))
        : warning((w) => w.printerFails(name, w.printerIs[is]));
    }),
  );
  const [first, ...others] = looked;
  return first ? worst([first, ...others]) : notLooked((w) => w.printerNone);
};
