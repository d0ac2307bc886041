import { verifyFolder } from '../../server/ledger/verify.ts';
import { at, changed, dayFiles, type Image, linesOf, readOnly, textOf } from './image.ts';
import { FOLDER } from './life.ts';

/** One entry, and where its line stands in a folder that begins with it. */
interface Window {
  readonly image: Image;
  readonly path: string;
  /** Bytes of the line, with its newline. */
  readonly length: number;
  readonly name: string;
}

interface Place {
  readonly seq: number;
  readonly hash: string;
}

/**
 * The same folder for each entry, with all before it pruned as the format allows: the signed closing
 * of a pruned day names the entry before. A million flips need not read two hundred entries each.
 */
export function* windowsOf(image: Image): Generator<Window> {
  const files = dayFiles(image);
  let last: Place | null = null;
  for (const [i, path] of files.entries()) {
    let start = 0;
    const bytes = image.get(path) ?? Buffer.alloc(0);
    for (const line of linesOf(image, path)) {
      const rest = changed(image, path, bytes.subarray(start));
      const pruned = files.slice(0, i).reduce((left, file) => changed(left, file, null), rest);
      const length = Buffer.byteLength(line) + 1;
      yield { image: begunBehind(pruned, last), path, length, name: `${path}, byte ${start}` };
      start += length;
      last = JSON.parse(line) as Place;
    }
  }
}

/** What the file beside it says of the entry before is all that is left of older days. */
function begunBehind(image: Image, last: Place | null): Image {
  const bare = ['checkpoint.json', 'settings.json'].reduce(
    (left, name) => changed(left, at(name), null),
    image,
  );
  if (!last) return bare;
  const unsigned = `${JSON.stringify({ seq: last.seq, hash: last.hash })}\n`;
  // Without its key the folder believes a closing as it stands; the head is still compared.
  const rows = textOf(image, at('heads.jsonl')).replace(/,"key":.*?(?=\})/g, '');
  const behind = changed(changed(bare, at('closings.jsonl'), unsigned), at('heads.jsonl'), rows);
  return changed(behind, at('key.pub.pem'), null);
}

/** Flips every `stride`th bit of the ledger, and hands each that went unseen to `unseen`. */
export async function flipBits(
  image: Image,
  { first, stride }: { first: number; stride: number },
  unseen: (what: string) => void,
): Promise<number> {
  let tried = 0;
  let next = first % stride;
  let before = 0;
  for (const { image: folder, path, length, name } of windowsOf(image)) {
    const disk = readOnly(folder);
    const bytes = folder.get(path);
    const { ok } = await verifyFolder(disk, FOLDER);
    if (!ok || !bytes) throw new Error(`the rig's own folder is not sound: ${name}`);
    for (; next < before + length * 8; next += stride) {
      const bit = next - before;
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      if ((await verifyFolder(disk, FOLDER)).ok) unseen(`${name}, bit ${bit}`);
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      tried++;
    }
    before += length * 8;
  }
  return tried;
}
