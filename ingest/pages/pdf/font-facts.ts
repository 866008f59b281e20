import { toMatrix } from './matrix.ts';
import type { FontFacts } from './text-cursor.ts';
import { isUnreadFont } from './unread-font.ts';

/** Names of bold faces; those of Computer Modern and its kin are `cmb`, `cmbx` and `cmssbx` (D. E. Knuth), that of Nimbus Roman `Medi`. */
const BOLD_NAME = /bold|black|heavy|demi|^(?:[A-Z]{6}\+)?(?:cm|sf|ec|lm)(?:ss|cs)?bx?(?:ti|sl|o)?\d|-medi(?:ital)?$/iu;

/** What is known of a font that pdf.js has opened; undefined where it is none. */
export function fontFacts(font: unknown): FontFacts | undefined {
  if (typeof font !== 'object' || font === null) return undefined;
  const facts = font as Readonly<Record<string, unknown>>;
  const name = typeof facts.name === 'string' ? facts.name : '';
  const ascent = Number(facts.ascent);
  const descent = -Number(facts.descent);
  const metrics = facts.defaultVMetrics;
  return {
    name,
    bold: facts.bold === true || facts.black === true || BOLD_NAME.test(name),
    mono: facts.isMonospace === true,
    vertical: facts.vertical === true,
    type3: facts.isType3Font === true,
    unread: isUnreadFont(facts),
    matrix: Array.isArray(facts.fontMatrix) ? toMatrix(facts.fontMatrix) : [0.001, 0, 0, 0.001, 0, 0],
    // Fonts without usable metrics get the proportions of an average one.
    ascent: ascent >= 0.4 && ascent <= 1.4 ? Math.min(ascent, 1) : 0.8,
    descent: descent >= 0.05 && descent <= 0.6 ? Math.min(descent, 0.3) : 0.2,
    verticalMetrics: Array.isArray(metrics) ? metrics.map(Number) : [-1000, 500, 880],
  };
}
