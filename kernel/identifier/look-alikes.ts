/** Letters of other alphabets that are printed like a Latin one, each beside it; both one UTF-16 unit. `О` is `O`, never `0`. */
const PAIRS: readonly (readonly [string, string])[] = [
  // Cyrillic, capitals then small letters.
  ['\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408', 'ABEKMHOPCTYXSIJ'],
  ['\u0430\u0432\u0435\u043A\u043C\u043D\u043E\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458', 'abekmhopctyxsij'],
  // Greek capitals.
  ['\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7', 'ABEZHIKMNOPTYX'],
];

const LATIN: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([from, to]) => Array.from(from, (letter, at): [string, string] => [letter, to.charAt(at)])),
);
const LOOK_ALIKE = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'g');

/** The text with each look-alike letter as the Latin letter that it is printed like, one UTF-16 unit for one. */
export function foldLookAlikes(text: string): string {
  return text.replace(LOOK_ALIKE, (letter) => LATIN.get(letter) ?? letter);
}

/** Whether a text holds a letter that is printed like a Latin one and is none. */
export function holdsLookAlikes(text: string): boolean {
  return text.search(LOOK_ALIKE) >= 0;
}
