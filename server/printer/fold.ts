/** Chinese letters and full-width signs take two columns. */
const WIDE = /[\u2e80-\ufffd]|[\u{20000}-\u{3ffff}]/u;
const WORDS = /\s+|[\u2e80-\ufffd]|[\u{20000}-\u{3ffff}]|[^\s\u2e80-\ufffd]+/gu;

export const columnsOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

/** Lines no wider than the paper: broken at spaces and between Chinese letters, at worst in a word. */
export function fold(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(WORDS)?.flatMap((w) => pieces(w, columns)) ?? []) {
    if (columnsOf(line + word) <= columns) {
      line += word;
      continue;
    }
    lines.push(line.trimEnd());
    line = word.trimStart();
  }
  return [...lines, line.trimEnd()].filter((l) => l !== '');
}

/** Only a word that no line could hold is cut. */
function pieces(word: string, columns: number): string[] {
  if (columnsOf(word) <= columns) return [word];
  const letters = [...word];
  return letters.flatMap((_, i) =>
    i % columns === 0 ? [letters.slice(i, i + columns).join('')] : [],
  );
}
