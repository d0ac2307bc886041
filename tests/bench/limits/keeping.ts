import { open } from 'node:fs/promises';

/**
 * The bare limit of keeping lines in files: all of them in one write and one flush. Nothing is looked up,
 * no head is kept beside them, nobody is answered.
 */
export async function kept(path: string, lines: readonly string[]): Promise<void> {
  const file = await open(path, 'a');
  await file.writeFile(`${lines.join('\n')}\n`);
  await file.datasync();
  await file.close();
}
