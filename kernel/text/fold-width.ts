import { SIMPLIFIED, TRADITIONAL } from './simplified-table.data.ts';

/** Typographic characters and their plain twin, both one UTF-16 unit. Sentence marks are left: `35。5月` is not 35.5. */
const TWINS: readonly (readonly [string, string])[] = [
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\u2500', '-'],
  ['\u223C\u301C\uFF5E', '~'],
  ['\u2022\u2219\u22C5\u30FB\u2027\uFF65\u00B7', '·'],
  ['\u2018\u2019\u201B', "'"],
  ['\u201C\u201D\u201F\u300A\u300B\u300C\u300D\u300E\u300F', '"'],
  ['\u3010\u3014\u3016', '['],
  ['\u3011\u3015\u3017', ']'],
  ['\u2264\u2266\u2A7D', '≤'],
  ['\u2265\u2267\u2A7E', '≥'],
  ['\u00B5\u03BC', 'μ'],
  ['\u2126\u03A9', 'Ω'],
  ['\u2103', '℃'],
  ['\u2236', ':'],
  ['\u2215\u2044', '/'],
  ['\u00D7\u2715\u2A2F', '×'],
  ['\u2206\u0394', 'Δ'],
  ['\u00BA\u02DA', '°'],
  ['\u2033\u3003', '″'],
  ['\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000', ' '],
];
const FULL_WIDTH_COMMA = 0xff0c;

const TABLE = buildTable();

/**
 * Width, dashes, quotes, blanks and traditional characters made plain, one UTF-16 unit for one, so that offsets stay
 * valid; case is kept (MΩ is not mΩ). Line ends and tabs are kept.
 */
export function foldWidth(text: string): string {
  let folded = '';
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128) continue;
    const twin = code === FULL_WIDTH_COMMA ? commaTwin(text, at) : TABLE[code];
    if (twin === undefined || twin === code || twin === 0) continue;
    folded += text.slice(done, at) + String.fromCharCode(twin);
    done = at + 1;
  }
  return done === 0 ? text : folded + text.slice(done);
}

/** The simplified twin of a character given by code, or the code itself. */
export function simplify(code: number): number {
  return SIMPLE.get(code) ?? code;
}

/** `１，４５０` is one number; `１０，２０` in running text is two, so only a comma between full-width digits counts. */
function commaTwin(text: string, at: number): number {
  return isFullWidthDigit(text.charCodeAt(at - 1)) && isFullWidthDigit(text.charCodeAt(at + 1)) ? 0x2c : FULL_WIDTH_COMMA;
}

function isFullWidthDigit(code: number): boolean {
  return code >= 0xff10 && code <= 0xff19;
}

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0;
  table[FULL_WIDTH_COMMA] = 0;
  for (const [from, to] of TWINS) for (const character of from) table[character.charCodeAt(0)] = to.charCodeAt(0);
  for (const [from, to] of simplePairs()) table[from] = to;
  return table;
}

const SIMPLE: ReadonlyMap<number, number> = new Map(simplePairs());

function simplePairs(): [number, number][] {
  return Array.from(TRADITIONAL, (character, at) => [character.charCodeAt(0), SIMPLIFIED.charCodeAt(at)]);
}
