import type { TagGrammar } from '../../kernel/index.ts';
import type { ChosenForm, FormChooser } from './choose-forms.ts';
import { findWords } from './find-words.ts';
import { ruledForms } from './ruled-forms.ts';
import { unmaskForm } from './unmask-form.ts';

/**
 * Why a word has its form: it is as written; its letters' case or width alone; it is a name, number, date or person and masked, or a number with its unit; it was
 * joined to the word before; people gave it this form (`lexicon`), or one like it but for numbers (`template`); its parts have theirs;
 * it is a misspelt word, an abbreviation, or the plural of one.
 */
export const NORMALISING_RULES = [
  'unchanged',
  'case',
  'width',
  'mask',
  'quantity',
  'joined',
  'lexicon',
  'template',
  'parts',
  'spelling',
  'abbreviation',
  'plural',
] as const;
export type NormalisingRule = (typeof NORMALISING_RULES)[number];

/** A word of a text with its form, where it stands in the text and where its form stands in the normalised one. */
export interface NormalisedWord {
  readonly raw: string;
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  readonly normStart: number;
  readonly normEnd: number;
  readonly rule: NormalisingRule;
  /** From 0 to 1. */
  readonly confidence: number;
}

export interface NormalisedText {
  readonly text: string;
  readonly tokens: readonly NormalisedWord[];
}

export interface NormalisingOptions {
  /** Whether identifiers, numbers, dates and names stand as `<id>`, `<num>`, `<date>` and `<sensitive>`, else they stay as written. */
  readonly masks: boolean;
  /** By which codes are told from other words. */
  readonly grammar: TagGrammar;
}

/** Signs alone have the width of their language. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
const MASK = /^<\w+>$/;

/**
 * A text with each word in its form. Blanks stay as they are; a single one before a word that was joined to the one before is dropped.
 */
export function normaliseText(text: string, choose: FormChooser, { masks, grammar }: NormalisingOptions): NormalisedText {
  const words = findWords(text);
  const plain = words.map(({ raw }) => (SAYS_SOMETHING.test(raw) ? raw.normalize('NFKC') : raw));
  const forms = choose(plain, ruledForms(text, words, grammar));
  const tokens: NormalisedWord[] = [];
  let normalised = '';
  let from = 0;
  words.forEach(({ raw, start, end }, at) => {
    const chosen = forms[at];
    const written = plain[at] ?? raw;
    const norm = chosen === undefined ? raw : masks ? chosen.form : (unmaskForm(written, chosen.form) ?? written);
    const blanks = text.slice(from, start);
    normalised += norm === '' && blanks === ' ' ? '' : blanks;
    tokens.push({
      raw,
      norm,
      start,
      end,
      normStart: normalised.length,
      normEnd: normalised.length + norm.length,
      rule: ruleOf(raw, written, norm, chosen),
      confidence: chosen?.chance ?? 1,
    });
    normalised += norm;
    from = end;
  });
  return { text: normalised + text.slice(from), tokens };
}

function ruleOf(raw: string, written: string, norm: string, chosen: ChosenForm | undefined): NormalisingRule {
  if (norm === raw || chosen === undefined) return 'unchanged';
  if (norm === '') return 'joined';
  if (norm === written) return 'width';
  if (MASK.test(norm)) return 'mask';
  if (norm.toLowerCase() === written.toLowerCase()) return 'case';
  const { origins, near } = chosen;
  if (origins.includes('word') || origins.includes('pair')) return 'lexicon';
  if (origins.includes('number template') || origins.includes('code template')) return 'template';
  if (origins.includes('rule')) return 'quantity';
  if (near !== undefined) return near.kind;
  return origins.includes('plural') ? 'plural' : 'parts';
}
