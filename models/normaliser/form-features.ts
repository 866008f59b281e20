import { hashFeature } from '../learning/hash-feature.ts';
import type { FormCandidate } from './form-candidates.ts';
import type { FormCounts, WordLexicon } from './word-lexicon.ts';
import { codeTemplate, numberTemplate, wordShape } from './word-shape.ts';

const SHARES = 10;
const LETTER = /\p{L}/u;

/** What is known of one place of a text, whichever form is looked at. */
export interface FormPlace {
  readonly words: readonly string[];
  readonly at: number;
  readonly previousForm: string;
  readonly lexicon: WordLexicon;
}

/** The features of each candidate at a place, as keys. */
export function formFeatures(place: FormPlace, candidates: readonly FormCandidate[]): number[][] {
  const { words, at, previousForm, lexicon } = place;
  const raw = words[at] ?? '';
  const lower = raw.toLowerCase();
  const shape = wordShape(raw);
  const before = words[at - 1]?.toLowerCase() ?? '^';
  const beforeShape = numberless(words[at - 1]);
  const next = words[at + 1]?.toLowerCase() ?? '$';
  const nextShape = numberless(words[at + 1]);
  const nextPlain = numberTemplate(next);
  const lastForm = previousForm.split(' ').at(-1) ?? '';
  const position = at === 0 ? 'first' : at === words.length - 1 ? 'last' : 'within';
  const casing = textCasing(words);
  const byWord = lexicon.formsOf(lower);
  const digits = /\d/.test(lower);
  const byNumber = digits ? lexicon.templates.get(numberTemplate(lower)) : undefined;
  const byCode = digits ? lexicon.templates.get(codeTemplate(lower)) : undefined;
  const evidence = byWord !== undefined ? 'w' : byNumber !== undefined ? 'n' : byCode !== undefined ? 'c' : 'o';
  const length = Math.min(lower.length, 8);
  const template = digits ? numberTemplate(lower) : lower;
  return candidates.map(({ form, origins, near }) => {
    const kind = kindOf(form, raw, lower);
    const origin = origins.join('+');
    const [first = '', last = ''] = [form.split(' ')[0], form.split(' ').at(-1)];
    const names = [
      `o ${origin}`,
      `oe ${origin} ${evidence}`,
      `os ${origin} ${shape}`,
      `ws ${share(byWord, form)}`,
      `ns ${share(byNumber, form)} ${evidence}`,
      `cs ${share(byCode, form)} ${evidence}`,
      `all ${share(byWord, form)} ${share(byNumber, form)} ${share(byCode, form)}`,
      `tf ${template}|${form}`,
      `rf ${raw}|${form}`,
      `f ${form}`,
      `ff ${form}|${lastForm}`,
      `fb ${form}|${before}`,
      `fn ${form}|${nextPlain}`,
      `first ${first}|${lastForm}`,
      `last ${last}|${nextPlain}`,
      `tfb ${template}|${form}|${before}`,
      `tfn ${template}|${form}|${nextPlain}`,
      `k ${kind} ${evidence}`,
      `ks ${kind} ${shape}`,
      `ksb ${kind} ${shape} ${beforeShape}`,
      `ksn ${kind} ${shape} ${nextShape}`,
      `kb ${kind} ${evidence} ${before}`,
      `kn ${kind} ${evidence} ${nextPlain}`,
      `kf ${kind} ${evidence} ${lastForm}`,
      `kp ${kind} ${shape} ${position}`,
      `kc ${kind} ${evidence} ${casing}`,
      `kcs ${kind} ${shape} ${casing}`,
      `kl ${kind} ${evidence} ${length}`,
      `j ${kind} ${previousForm.endsWith(lower) && previousForm !== before} ${lexicon.pairs.has(`${before} ${lower}`)}`,
      `p ${lexicon.pairs.get(`${lower} ${next}`)?.has(form) ?? false} ${share(lexicon.pairs.get(`${lower} ${next}`), form)}`,
    ];
    if (evidence === 'o' || evidence === 'w') {
      names.push(`v ${evidence} ${kind} ${many(lexicon.vocabulary.get(form)?.times ?? 0)}`);
      names.push(`pre ${kind} ${evidence} ${lower.slice(0, 3)}`, `suf ${kind} ${evidence} ${lower.slice(-3)}`);
    }
    if (near !== undefined) {
      const { kind: way, distance, times, begins } = near;
      names.push(
        `near ${evidence} ${way} ${Math.min(distance, 6)} ${begins} ${length}`,
        `nearv ${evidence} ${way} ${Math.min(distance, 6)} ${many(times)}`,
        `nearr ${way} ${form.startsWith(lower) ? form.slice(lower.length) : 'x'}`,
        `nearc ${way} ${lower[0] === form[0]} ${lower.at(-1) === form.at(-1)}`,
      );
    }
    return names.map(hashFeature);
  });
}

/** What sort of form it is beside what was written. */
function kindOf(form: string, raw: string, lower: string): string {
  if (form === '') return 'none';
  if (/^<\w+>$/.test(form)) return form;
  if (form === lower) return 'lower';
  if (form === raw) return 'raw';
  if (form.toLowerCase() === lower) return 'case';
  if (form.includes('<')) return 'masked';
  return form.includes(' ') ? 'many' : 'other';
}

function share(forms: FormCounts | undefined, form: string): string {
  if (forms === undefined) return 'x';
  let all = 0;
  for (const times of forms.values()) all += times;
  const times = forms.get(form) ?? 0;
  return `${Math.ceil((SHARES * times) / all)}/${many(all)}`;
}

function many(times: number): number {
  return Math.min(6, Math.ceil(Math.log2(times + 1)));
}

function numberless(word: string | undefined): string {
  return word === undefined ? '' : wordShape(word);
}

function textCasing(words: readonly string[]): string {
  const letters = words.join('').match(/\p{L}/gu) ?? [];
  const upper = letters.filter((letter) => LETTER.test(letter) && letter === letter.toUpperCase()).length;
  return upper === letters.length ? 'upper' : upper * 2 > letters.length ? 'most' : upper === 0 ? 'lower' : 'some';
}
