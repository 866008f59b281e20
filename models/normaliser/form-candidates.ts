import { composeForms } from './compose-form.ts';
import { type NearWord, nearWords } from './near-words.ts';
import type { WordLexicon } from './word-lexicon.ts';
import { codeTemplate, numberTemplate } from './word-shape.ts';

/** How a form of a word was come by. */
export type FormOrigin =
  | 'word'
  | 'number template'
  | 'code template'
  | 'pair'
  | 'joined'
  | 'as written'
  | 'lower case'
  | 'parts'
  | 'number'
  | 'code'
  | 'rule'
  | 'near'
  | 'plural';

export interface FormCandidate {
  readonly form: string;
  readonly origins: readonly FormOrigin[];
  readonly near?: NearWord;
}

const DIGIT = /\d/;
const LETTER = /[a-z]/;
const HAN = /\p{Script=Han}/u;
/** A word seen so often needs no guesses. */
const WELL_KNOWN = 3;
const SHORT_CODE = 5;

/** The forms that a word of a text may have; at least as it is written. `previousForm` is what was made of the word before. */
export function formCandidates(words: readonly string[], at: number, previousForm: string, lexicon: WordLexicon): FormCandidate[] {
  const raw = words[at] ?? '';
  const lower = raw.toLowerCase();
  const found = new Map<string, { origins: FormOrigin[]; near?: NearWord }>();
  const put = (form: string, origin: FormOrigin, near?: NearWord) => {
    const known = found.get(form);
    if (known === undefined) found.set(form, { origins: [origin], ...(near === undefined ? {} : { near }) });
    else {
      if (!known.origins.includes(origin)) known.origins.push(origin);
      if (near !== undefined && known.near === undefined) known.near = near;
    }
  };
  put(raw, 'as written');
  if (HAN.test(raw)) return listed(found);
  put(lower, 'lower case');
  for (const [form] of lexicon.formsOf(lower) ?? []) put(form, 'word');
  if (DIGIT.test(lower)) {
    for (const [form] of lexicon.templates.get(numberTemplate(lower)) ?? []) put(form, 'number template');
    for (const [form] of lexicon.templates.get(codeTemplate(lower)) ?? []) put(form, 'code template');
    put('<num>', 'number');
  }
  if (DIGIT.test(lower) || (LETTER.test(lower) && lower.length <= SHORT_CODE)) put('<id>', 'code');
  const next = words[at + 1]?.toLowerCase();
  if (next !== undefined) {
    for (const [form] of lexicon.pairs.get(`${lower} ${next}`) ?? []) put(form, 'pair');
    for (const form of [lower + next, `${lower}-${next}`]) if (lexicon.vocabulary.has(form)) put(form, 'pair');
  }
  const before = words[at - 1]?.toLowerCase();
  if (before !== undefined && (lexicon.pairs.has(`${before} ${lower}`) || (previousForm.endsWith(lower) && previousForm !== before)))
    put('', 'joined');
  for (const form of composeForms(lower, lexicon)) put(form, 'parts');
  if (seen(lexicon, lower) < WELL_KNOWN && !DIGIT.test(lower)) guess(lower, lexicon, put);
  return listed(found);
}

function guess(lower: string, lexicon: WordLexicon, put: (form: string, origin: FormOrigin, near?: NearWord) => void): void {
  for (const near of nearWords(lower, lexicon)) put(near.form, 'near', near);
  if (!lower.endsWith('s')) return;
  for (const [form] of lexicon.formsOf(lower.replace(/'?s$/, '')) ?? []) if (form !== '' && !form.endsWith('>')) put(`${form}s`, 'plural');
}

function seen(lexicon: WordLexicon, lower: string): number {
  let times = 0;
  for (const count of lexicon.formsOf(lower)?.values() ?? []) times += count;
  return times;
}

function listed(found: ReadonlyMap<string, Omit<FormCandidate, 'form'>>): FormCandidate[] {
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([form, one]) => ({ form, ...one }));
}
