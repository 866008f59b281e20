import { unifyRadicals } from '../../clean/unify-radicals.ts';

/** Signs of Symbol and Wingdings that fonts leave in the private use area, by the low byte. */
const SYMBOL_SIGNS: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  118: '❖',
  167: '▪',
  168: '◻',
  183: '•',
  216: '➢',
  224: '→',
  252: '✓',
};

const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/** Zero-width signs: nothing is drawn that a reader would call a character. */
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF]/gu;
const UNMAPPED = /[\uFFFD\uFFFE\uFFFF\uE000-\uF8FF\u0001-\u0008\u000E-\u001F\u007F-\u009F]|[\u{F0000}-\u{10FFFF}]/u;

/**
 * The characters a glyph stands for: NFC, ligatures spelled out, ideographs for radicals, white space as one space. Undefined when the font maps the
 * glyph to nothing that can be read; empty when it draws nothing.
 */
export function glyphText(unicode: string): string | undefined {
  if (unicode === '') return undefined;
  const code = unicode.codePointAt(0) ?? 0;
  if (code === 0) return unicode.length === 1 ? undefined : glyphText(unicode.slice(1));
  if (code >= 0xf020 && code <= 0xf0ff && unicode.length === 1) return SYMBOL_SIGNS[code & 0xff];
  if (UNMAPPED.test(unicode)) return undefined;
  // What stands in the page description as a soft hyphen was drawn, at the end of a line.
  const spelled =
    LIGATURES[unicode] ??
    unifyRadicals(unicode.normalize('NFC'))
      .replace(INVISIBLE, '')
      .replace(/\u00AD/gu, '-');
  if (spelled === '') return '';
  return spelled.trim() === '' ? ' ' : spelled.replace(/\s/gu, ' ');
}
