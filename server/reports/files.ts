import type { Report } from '../../shared/month/report.ts';
import { documentOf, type ReportDocument } from '../../shared/reports/document.ts';
import type { Language } from '../../shared/reports/names.ts';
import type { MadeFile } from '../history/files.ts';
import { csvOf } from './csv.ts';

export type Form = 'xlsx' | 'docx' | 'csv';

interface Maker {
  readonly type: string;
  /** The office libraries are big: each is loaded with the first file it makes. */
  readonly make: (doc: ReportDocument) => Promise<Uint8Array>;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const makers: { readonly [F in Form]: Maker } = {
  xlsx: {
    type: `${OFFICE}.spreadsheetml.sheet`,
    make: async (doc) => (await import('./xlsx.ts')).xlsxOf(doc),
  },
  docx: {
    type: `${OFFICE}.wordprocessingml.document`,
    make: async (doc) => (await import('./docx.ts')).docxOf(doc),
  },
  csv: { type: 'text/csv; charset=utf-8', make: async (doc) => csvOf(doc) },
};

export const reportFile = (report: Report, form: Form, language: Language): Promise<MadeFile> =>
  documentFile(documentOf(report, language), form, `report-${report.period.id}`);

export async function documentFile(
  document: ReportDocument,
  form: Form,
  name: string,
): Promise<MadeFile> {
  const { type, make } = makers[form];
  return { name: `${name}.${form}`, type, bytes: await make(document) };
}
