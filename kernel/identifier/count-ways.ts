/** Enough to be refused; sums and products stop here, so that none overflows. */
const MANY = 1e9;

/**
 * An upper bound of the ways in which a valid regular expression (flag `u`) may be laid over a text of at most `longest` characters,
 * and so of the steps of a matcher that goes back: a product over what follows each other, a sum over alternatives, a sum of powers
 * over repetitions. Undefined for what looks or refers back.
 */
export function countWays(source: string, longest: number): number | undefined {
  if (/\\[1-9k]|\(\?<[=!]/.test(source.replace(/\\\\/g, ''))) return undefined;
  const reader = { source, at: 0, longest };
  return readAlternatives(reader);
}

interface Reader {
  readonly source: string;
  readonly longest: number;
  at: number;
}

function readAlternatives(reader: Reader): number {
  let sum = readSequence(reader);
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    sum = Math.min(MANY, sum + readSequence(reader));
  }
  return sum;
}

function readSequence(reader: Reader): number {
  let product = 1;
  while (reader.at < reader.source.length && reader.source[reader.at] !== '|' && reader.source[reader.at] !== ')') {
    const ways = readAtom(reader);
    product = Math.min(MANY, product * repeated(ways, readCounts(reader)));
  }
  return product;
}

/** Ways of one atom; the reader stands behind it afterwards. */
function readAtom(reader: Reader): number {
  const { source } = reader;
  const character = source[reader.at];
  reader.at += 1;
  if (character === '(') {
    const opening = /^\?(?:[:=!]|<[^>]+>)/.exec(source.slice(reader.at));
    reader.at += opening?.[0].length ?? 0;
    const ways = readAlternatives(reader);
    reader.at += 1;
    return ways;
  }
  if (character === '[') {
    const end = /^(?:\\.|[^\]\\])*\]/u.exec(source.slice(reader.at));
    reader.at += end?.[0].length ?? 0;
  } else if (character === '\\') {
    const escaped = /^(?:[pPu]\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|.)/iu.exec(source.slice(reader.at));
    reader.at += escaped?.[0].length ?? 1;
  }
  return 1;
}

function readCounts(reader: Reader): readonly [least: number, most: number] {
  const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(reader.source.slice(reader.at));
  if (found === null) return [1, 1];
  reader.at += found[0].length;
  const [, sign, least, comma, most] = found;
  if (sign !== undefined) return [sign === '+' ? 1 : 0, sign === '?' ? 1 : reader.longest];
  if (comma === '') return [Number(least), Number(least)];
  return [Number(least), most === '' ? reader.longest : Number(most)];
}

function repeated(ways: number, [least, most]: readonly [number, number]): number {
  let sum = 0;
  for (let times = least; times <= most && sum < MANY; times += 1) sum += ways ** times;
  return Math.min(MANY, sum);
}
