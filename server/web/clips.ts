import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { Express } from 'express';
import { isClip } from '../../shared/screen/voice/names.ts';
import { refused } from '../answers.ts';
import { send } from './answering.ts';

/** What a browser decodes, and how each begins: a name alone proves nothing. */
const kinds: readonly Kind[] = [
  { ending: 'wav', type: 'audio/wav', begins: /^RIFF.{4}WAVE/s },
  { ending: 'mp3', type: 'audio/mpeg', begins: /^(ID3|\xff[\xe2-\xff])/ },
  { ending: 'ogg', type: 'audio/ogg', begins: /^OggS/ },
  { ending: 'opus', type: 'audio/ogg', begins: /^OggS/ },
];
interface Kind {
  readonly ending: string;
  readonly type: string;
  readonly begins: RegExp;
}

/** Bytes of one recording: ten seconds of uncompressed stereo. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The branch's own recordings, `/clips/zh-3` and the list of those that are there. Only names of the
 * fixed list are ever looked up, so no name from outside becomes a path; what is no plain file, too
 * large or no recording counts as absent.
 */
export function clipRoutes(app: Express, folder: string | null): void {
  app.get('/clips/', async (_, res) => {
    const present = folder === null ? [] : await readdir(folder).catch(() => []);
    const named = new Set(present.map((file) => parse(file).name).filter(isClip));
    const found = await Promise.all([...named].map((name) => recording(folder, name, isThere)));
    res.set('Cache-Control', 'no-store').json([...named].filter((_name, i) => found[i] !== null));
  });
  app.get('/clips/:name', async (req, res) => {
    const { name } = req.params;
    const found = isClip(name) ? await recording(folder, name, (file) => file.readFile()) : null;
    if (!found) return send(res, refused({ code: 'view.unknown' }));
    res.set('Cache-Control', 'no-cache').type(found.type).send(found.read);
  });
}

const isThere = async () => true;

/** Reads the recording of a name; null where there is none. */
async function recording<T>(
  folder: string | null,
  name: string,
  read: (file: FileHandle) => Promise<T>,
): Promise<{ readonly type: string; readonly read: T } | null> {
  if (folder === null) return null;
  for (const kind of kinds) {
    const file = await plainFile(join(folder, `${name}.${kind.ending}`));
    if (!file) continue;
    try {
      if (await isOf(kind, file)) return { type: kind.type, read: await read(file) };
    } finally {
      await file.close();
    }
  }
  return null;
}

async function isOf({ begins }: Kind, file: FileHandle): Promise<boolean> {
  const about = await file.stat();
  if (!about.isFile() || about.size > MOST_BYTES) return false;
  const head = await file.read(Buffer.alloc(12), 0, 12, 0);
  return begins.test(head.buffer.toString('latin1', 0, head.bytesRead));
}

/** Opens without following a link, and without waiting for the other end of a pipe. */
async function plainFile(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
}
