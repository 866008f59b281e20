/** Longer paragraphs are cut at sentence ends, so that what is cited stays small. UTF-16 units. */
const LONGEST = 2_000;
const SENTENCE_END = /[.!?](?=\s)|[。！？；;\n]/g;

/** Pieces of a text that together hold every character of it but white space at the cuts, with their offsets. */
export function splitLong(text: string): readonly { readonly text: string; readonly start: number }[] {
  if (text.length <= LONGEST) return [{ text, start: 0 }];
  const pieces: { text: string; start: number }[] = [];
  let start = 0;
  while (start < text.length) {
    const end = text.length - start <= LONGEST ? text.length : cutPlace(text, start);
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') pieces.push({ text: piece.trim(), start: start + lead });
    start = end;
  }
  return pieces;
}

/** Behind the last sentence end in reach, else behind the last space, else in the middle of what cannot be divided better. */
function cutPlace(text: string, start: number): number {
  const window = text.slice(start, start + LONGEST);
  let end = 0;
  for (const match of window.matchAll(SENTENCE_END)) end = match.index + match[0].length;
  if (end > LONGEST / 4) return start + end;
  const space = window.lastIndexOf(' ');
  if (space > LONGEST / 4) return start + space;
  const last = window.charCodeAt(window.length - 1);
  return start + LONGEST - (last >= 0xd800 && last <= 0xdbff ? 1 : 0);
}
