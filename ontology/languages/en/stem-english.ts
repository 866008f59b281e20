/** Nouns that end in -ing: stripped they would fall together with other words (`casing`/`case`, `packing`/`pack`). */
const NOUNS_IN_ING = new Set(
  (
    'bearing packing lining bushing casing coupling fitting winding wiring piping housing setting reading training gearing bolting opening ' +
    'cooling heating warning building ceiling working running operating rating tubing sealing string during bring thing bonding grounding ' +
    'earthing timing marking meaning drawing engineering manufacturing processing following remaining including according'
  ).split(' '),
);
const VOWEL = /[aeiouy]/;
/** Endings by which English makes words of other words, with the letters that have to be left before them. */
const DERIVED: readonly (readonly [RegExp, number])[] = [
  [/i[sz](?:ation|e?)$/, 4],
  [/(?:ational|ation|ator|ate?)$/, 3],
  [/e?ment$/, 4],
  [/ing$/, 3],
  [/(?:age?|ally|ly)$/, 4],
  [/ion$/, 5],
  [/ness$/, 3],
];

/**
 * Reduces an English word, folded, to a form that its plural, -ing and -ed forms share: `leaks`, `leaking`, `leaked` → `leak`;
 * `replacing`, `replaced` → `replac`. Not a linguistic stem; only ever compared with another result.
 */
export function stemEnglish(word: string): string {
  return isPlain(word) ? withoutE(uninflected(word)) : word;
}

/** The stem that a word also shares with those derived from it: `leakage` → `leak`, `isolation`, `isolated`, `isolator` → `isol`. */
export function rootEnglish(word: string): string {
  if (!isPlain(word)) return word;
  let base = uninflected(word);
  for (let shorter = underived(base); shorter !== base; shorter = underived(base)) base = uninflected(shorter);
  return base.length > 3 ? withoutE(base).replace(/(?<=[^aeiou])[iy]$/, '') : base;
}

function isPlain(word: string): boolean {
  return word.length > 3 && !/[0-9]/.test(word);
}

function uninflected(word: string): string {
  const singular = withoutPlural(word.replace(/'s?$/, ''));
  if (NOUNS_IN_ING.has(singular)) return singular;
  return withoutEnding(withoutEnding(singular, 'ing'), 'ed');
}

function withoutPlural(word: string): string {
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^suia]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

function withoutEnding(word: string, ending: string): string {
  if (!word.endsWith(ending) || word.endsWith('eed')) return word;
  const base = word.slice(0, -ending.length);
  return base.length < 3 || !VOWEL.test(base) ? word : single(base);
}

function underived(word: string): string {
  for (const [ending, least] of DERIVED) {
    const found = ending.exec(word);
    if (found !== null && found.index >= least && VOWEL.test(word.slice(0, found.index))) return single(word.slice(0, found.index));
  }
  return word;
}

/** `tripp` of `tripping` is `trip`. */
function single(base: string): string {
  return /([bdfgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

/** `replace` and `replacing` differ by it. */
function withoutE(base: string): string {
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}
