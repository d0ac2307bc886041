import type { City } from '../../../shared/city/city.ts';
import type { CircularId } from '../../../shared/city/ids.ts';
import { circularDocument } from '../../../shared/reports/circular/document.ts';
import { circularSource } from '../../../shared/reports/circular/source.ts';
import type { Language } from '../../../shared/reports/names.ts';
import type { MadeFile } from '../../history/files.ts';
import { documentFile, type Form } from '../../reports/files.ts';

/**
 * A circular as a file: Word in the official form, Excel with all rankings of the month. It is made of
 * frozen figures, so it comes out the same whenever it is asked for.
 *
 * @returns null when there is no such circular
 */
export async function circularFile(
  city: City,
  id: CircularId,
  form: Form,
  language: Language,
): Promise<MadeFile | null> {
  const source = circularSource(city, id);
  if (!source) return null;
  const document = circularDocument(source, language, form !== 'docx');
  return documentFile(document, form, `circular-${id}`);
}
