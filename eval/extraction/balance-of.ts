/** The balance of precision and recall (F1) over texts: of what was found and what people marked, each named by a text. */
export function balanceOf(texts: readonly { readonly found: readonly string[]; readonly marked: readonly string[] }[]): number {
  const count = { found: 0, marked: 0, right: 0 };
  for (const text of texts) {
    const [found, marked] = [new Set(text.found), new Set(text.marked)];
    count.found += found.size;
    count.marked += marked.size;
    count.right += [...found].filter((name) => marked.has(name)).length;
  }
  return count.found + count.marked === 0 ? 0 : (2 * count.right) / (count.found + count.marked);
}
