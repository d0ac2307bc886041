const bytesOf = (text: string) => Buffer.byteLength(text);

/** A text in parts of at most `limit` bytes of UTF-8, cut between lines; a longer line between letters. */
export function splitByBytes(text: string, limit: number): string[] {
  const parts: string[] = [];
  let part: string | null = null;
  for (const piece of text.split('\n').flatMap((line) => chopped(line, limit))) {
    const longer: string = part === null ? piece : `${part}\n${piece}`;
    if (bytesOf(longer) <= limit) {
      part = longer;
      continue;
    }
    if (part !== null) parts.push(part);
    part = piece;
  }
  if (part !== null && part.trim() !== '') parts.push(part);
  return parts;
}

function chopped(line: string, limit: number): string[] {
  if (bytesOf(line) <= limit) return [line];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of line) {
    if (bytesOf(piece + letter) > limit) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
