/** Names that only count the glyphs of a font (`G1B`, `a38`, `C0063`), as programs give them that draw letters themselves. */
const COUNTED_NAME = /^[A-Za-z]{1,2}[0-9A-F]{1,4}$/u;
const READABLE = /^[A-Za-z0-9]$/u;
const LEAST_READABLE = 0.5;

/**
 * Whether the codes of a font stand for no known characters: it names its glyphs by numbers, maps none to a character other than
 * its code, and most of its codes are no letters or digits. A font of running text of the same make has those at their own codes.
 * `font` is one of pdf.js with its names (`differences`) and its map to Unicode, which lost its methods between threads.
 */
export function isUnreadFont(font: { readonly differences?: unknown; readonly toUnicode?: unknown }): boolean {
  const characters = charactersOf(font.toUnicode);
  if (!Array.isArray(font.differences) || characters === undefined) return false;
  const codes: number[] = [];
  for (const [code, name] of font.differences.entries()) {
    if (typeof name !== 'string' || name === '.notdef') continue;
    const character = characters[code];
    if (!COUNTED_NAME.test(name) || (typeof character === 'string' && character !== String.fromCodePoint(code))) return false;
    codes.push(code);
  }
  return codes.filter((code) => READABLE.test(String.fromCodePoint(code))).length < LEAST_READABLE * codes.length;
}

function charactersOf(map: unknown): readonly unknown[] | undefined {
  return typeof map === 'object' && map !== null && '_map' in map && Array.isArray(map._map) ? map._map : undefined;
}
