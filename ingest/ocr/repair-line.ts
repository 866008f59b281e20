import { type TagGrammar, unitOf } from '../../kernel/index.ts';
import { capitalIs } from './capital-i.ts';
import type { RecognisedLine, RecognisedSymbol, RecognisedWord } from './text-recogniser.ts';

/** Letters and signs that stand in a code. */
const CODE = /[A-Za-z0-9][A-Za-z0-9./_-]*[A-Za-z0-9]/gu;
/** Plants leave out I and O where digits stand, since they are taken for 1 and 0: between digits they are those. */
const LETTER_AMID_DIGITS = /(?<=\d)[OoIl](?=\d)/gu;
/** The same where a small letter ends a code of capitals and digits, or the last group of one. */
const SMALL_LAST = /(?<=[A-Z][A-Z0-9-]*\d)l(?=$|[-/])|(?<=\d-[A-Z])l(?=$)/gu;
const ZERO_AMID_LETTERS = /(?<=[A-Z])0(?=[A-Z])/gu;
/** No digit stands within a word of a name that is put together of words. */
const ZERO_IN_NAME = /(?<=[A-Z][a-z]+[A-Z]?)0(?=[A-Z]?[a-z]{2})/gu;
/** Nor before the small letters of one, where these are no unit behind a number. */
const ZERO_BEFORE_WORD = /(?<![\p{L}\p{N}.,_-])0(?=([a-wyz][a-z]{2,}))/gu;
/** The dot of a list, which engines take for a stop or a degree. */
const BULLET = /^(?:[.。°]|·\.)(?=\s\p{L})/gu;
/** A number to the base of sixteen, in which letters are taken for digits: its sign begins with a nought, and I, l and o are no digits of it. */
const HEXADECIMAL = /(?<![\p{L}\p{N}_])[0Oo]x(?=[0-9A-FOIl]+(?![\p{L}\p{N}_])|[0-9a-fOIl]*\d)[0-9A-Fa-fOIl]+(?![\p{L}\p{N}_])/gu;
const NO_HEXADECIMAL = /[OoIl]/gu;
/** What stands behind a number that is no part of a code, as a unit does. */
const BEHIND_NUMBER =
  /(?<=(?<![A-Za-z0-9.,/_-])[-+±~≤≥<>]?\d+(?:\.\d+)?(?:[~-]\d+(?:\.\d+)?)?\s?)[A-Za-z"'“”‘’°º(*·。./²³]{1,8}(?![A-Za-z0-9])/gu;
/** Signs in units that engines leave out or take for another one. */
const UNIT_SIGNS: readonly (readonly [RegExp, string])[] = [
  // Behind it a semicolon looks like a letter.
  [/^(?:["'“”‘’*º]+\(?|°\(|\()([CF])i?$/u, '°$1'],
  [/(?<=^[cm]?m)y\/(?=s$)/u, '/'],
  [/(?<=[A-Za-z])[。.*"'“”‘’](?=[a-z])/u, '·'],
  [/^(?:M?[Ww]|[IlMr])(?=min$)/u, 'r/'],
  [/^(?:mm|cm|m|km)(?=s$)/u, '$&/'],
  [/(?<=m)²(?=\/)/u, '³'],
];

/** A point for the sign of a product, with blanks beside it: `98 N. m`. */
const PRODUCT = /(?<=(?<![A-Za-z0-9.,/_-])\d+(?:\.\d+)?\s?)([A-Za-z]{1,3})( ?[.。•*·] ?)([A-Za-z]{1,3})(?![A-Za-z0-9])/gu;

/** What is left of them may be a degree, an inch or nothing at all. */
const QUOTE_BEHIND_NUMBER = /(?<=\d\s?)["“”'‘’*]/gu;
/** Confidence of a unit that cannot be told: below the floor. */
const DOUBTED = 0.2;

/** Signs that a sign of an engine may stand for. */
const MEANT: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', '0': 'O' };

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Repairs what an engine takes for something else where only one reading is a code of the grammar or a unit: `P-1O1A`, `80 "C`. What it
 * said is kept with each sign. A number that stands for itself is never touched.
 */
export function repairLine(line: RecognisedLine, grammar: TagGrammar): RecognisedLine {
  const text = line.words.map(({ symbols }) => symbols.map((symbol) => symbol.text).join('')).join(' ');
  const products = productSigns(text);
  const letters = lettersOf(text);
  const changes = [
    ...codeChanges(text, grammar),
    ...hexadecimalChanges(text),
    ...unitChanges(text),
    ...products.map(({ change }) => change),
    ...letters,
  ];
  // Inches in the number of a pipe are part of a code.
  const codes = grammar.find(text).filter(({ identifier: { kind } }) => kind === 'line');
  const doubts = [...text.matchAll(QUOTE_BEHIND_NUMBER)].filter(
    ({ index }) => !changes.some(({ start }) => start === index) && !codes.some(({ start, end }) => index > start && index < end),
  );
  if (changes.length === 0 && doubts.length === 0) return line;
  const blanks = new Set(products.flatMap((product) => product.blanks));
  let at = 0;
  const words: RecognisedWord[] = [];
  let isGlued = false;
  for (const word of line.words) {
    const symbols: RecognisedSymbol[] = [];
    for (const symbol of word.symbols) {
      const change = changes.find(({ start, end }) => at >= start && at < end);
      const last = symbols.at(-1);
      if (change === undefined) symbols.push(symbol);
      else if (change.start === at || last === undefined) symbols.push({ ...symbol, text: change.text, recognised: symbol.text });
      else symbols[symbols.length - 1] = { ...last, recognised: `${last.recognised ?? last.text}${symbol.text}` };
      at += symbol.text.length;
    }
    const [start, end] = [at - symbols.reduce((sum, { text: sign, recognised }) => sum + (recognised ?? sign).length, 0), at];
    at += 1;
    const isDoubted = doubts.some(({ index }) => index >= start && index < end);
    const repaired = { ...word, symbols, confidence: isDoubted ? Math.min(word.confidence, DOUBTED) : word.confidence };
    const before = isGlued ? words.pop() : undefined;
    words.push(before === undefined ? repaired : glued(before, repaired));
    isGlued = blanks.has(end);
  }
  return { ...line, words };
}

function glued(one: RecognisedWord, other: RecognisedWord): RecognisedWord {
  const box = {
    x0: one.box.x0,
    x1: other.box.x1,
    y0: Math.min(one.box.y0, other.box.y0),
    y1: Math.max(one.box.y1, other.box.y1),
  };
  return { symbols: [...one.symbols, ...other.symbols], box, confidence: Math.min(one.confidence, other.confidence) };
}

/** Letters of words and dots of lists that the engine takes for others, or for a digit. */
function lettersOf(text: string): Change[] {
  const opening = [...text.matchAll(ZERO_BEFORE_WORD)].filter(({ 1: letters = '' }) => unitOf(letters) === undefined);
  const zeros = [...text.matchAll(ZERO_IN_NAME), ...opening].map(({ index }): Change => ({ start: index, end: index + 1, text: 'O' }));
  const bullets = [...text.matchAll(BULLET)].map(({ 0: dot }): Change => ({ start: 0, end: dot.length, text: '·' }));
  return [...bullets, ...zeros, ...capitalIs(text).map((start): Change => ({ start, end: start + 1, text: 'I' }))];
}

function codeChanges(text: string, grammar: TagGrammar): Change[] {
  return [...text.matchAll(CODE)].flatMap(({ 0: code, index }) => {
    const found = [LETTER_AMID_DIGITS, SMALL_LAST, ZERO_AMID_LETTERS].flatMap((pattern) => [...code.matchAll(pattern)]);
    if (found.length === 0 || !/[A-Z]/u.test(code)) return [];
    const signs = [...code];
    for (const { 0: sign, index: place } of found) signs[place] = MEANT[sign] ?? sign;
    const [mention, ...others] = grammar.find(signs.join(''));
    const isWhole = mention?.start === 0 && mention.end === code.length && others.length === 0;
    if (!isWhole) return [];
    return found.map(({ 0: sign, index: place }) => ({ start: index + place, end: index + place + 1, text: MEANT[sign] ?? sign }));
  });
}

function hexadecimalChanges(text: string): Change[] {
  return [...text.matchAll(HEXADECIMAL)].flatMap(({ 0: number, index }) =>
    [...number.matchAll(NO_HEXADECIMAL)].map(({ 0: sign, index: place }): Change => {
      const start = index + place;
      return { start, end: start + 1, text: MEANT[sign] ?? sign };
    }),
  );
}

/** Signs of products, with where the blanks stand that do not belong in a unit. */
function productSigns(text: string): { readonly change: Change; readonly blanks: readonly number[] }[] {
  return [...text.matchAll(PRODUCT)].flatMap(({ 1: one = '', 2: sign = '', 3: other = '', index }) => {
    if (sign === '·' || sign === '.' || unitOf(`${one}·${other}`) === undefined) return [];
    const start = index + one.length + sign.length - sign.trimStart().length;
    const blanks = [...sign].flatMap((letter, at) => (letter === ' ' ? [index + one.length + at] : []));
    return [{ change: { start, end: start + 1, text: '·' }, blanks }];
  });
}

/** Only a token that is no unit is repaired, and only into one that is. */
function unitChanges(text: string): Change[] {
  return [...text.matchAll(BEHIND_NUMBER)].flatMap(({ 0: behind, index }) => {
    const token = behind.replace(/[.。]+$/u, '');
    if (unitOf(token) !== undefined) return [];
    return UNIT_SIGNS.flatMap(([sign, meant]): Change[] => {
      const found = sign.exec(token);
      if (found === null || unitOf(token.replace(sign, meant)) === undefined) return [];
      const start = index + found.index;
      return [{ start, end: start + found[0].length, text: meant.replace('$&', found[0]).replace('$1', found[1] ?? '') }];
    }).slice(0, 1);
  });
}
