/** Nouns that end in -ing: stripped they would fall together with other words (`casing`/`case`, `packing`/`pack`). */
const NOUNS_IN_ING = new Set(
  (
    'bearing packing lining bushing casing coupling fitting winding wiring piping housing setting reading training gearing bolting opening ' +
    'cooling heating warning building ceiling working running operating rating tubing sealing string during bring thing bonding grounding ' +
    'earthing timing marking meaning drawing engineering manufacturing processing following remaining including according'
  ).split(' '),
);
const VOWEL = /[aeiouy]/;

/**
 * Reduces an English word, lower case, to a form that its plural, -ing and -ed forms share: `leaks`, `leaking`, `leaked` → `leak`;
 * `replacing`, `replaced` → `replac`. Not a linguistic stem; only ever compared with another result of this function.
 */
export function stemEnglish(word: string): string {
  if (word.length <= 3 || /[0-9]/.test(word)) return word;
  const singular = stripPlural(word.replace(/'s$/, ''));
  if (NOUNS_IN_ING.has(singular)) return singular;
  const base = stripEnding(stripEnding(singular, 'ing'), 'ed');
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function stripPlural(word: string): string {
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^suia]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

function stripEnding(word: string, ending: string): string {
  if (!word.endsWith(ending) || word.endsWith('eed')) return word;
  const base = word.slice(0, -ending.length);
  if (base.length < 3 || !VOWEL.test(base)) return word;
  return /([bdfgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}
