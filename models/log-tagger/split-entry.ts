/** Characters that are tagged together at most: entries that were learnt from are far shorter. */
const LONGEST = 240;
const SENTENCE_END = /[。！？；;!?\n]+/gu;

/** Stretches of a text, none longer than what is tagged together: whole where it is short, else cut behind sentences. */
export function splitEntry(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (text.length <= LONGEST) return [{ start: 0, end: text.length }];
  const stretches: { start: number; end: number }[] = [];
  let start = 0;
  let end = 0;
  const cut = (to: number) => {
    for (; to - start > LONGEST; start += LONGEST) stretches.push({ start, end: start + LONGEST });
    if (to > start) stretches.push({ start, end: to });
    start = to;
  };
  for (const { 0: sign, index } of text.matchAll(SENTENCE_END)) {
    const next = index + sign.length;
    if (next - start > LONGEST) cut(end);
    end = next;
  }
  if (text.length - start > LONGEST) cut(end);
  cut(text.length);
  return stretches;
}
