const LATIN = /[a-z]/;
const HAN = /\p{sc=Han}/u;

/**
 * Finds which of the given words (lower case, a blank for any white space) ends a text when at most `most` signs of `gap` stand
 * behind it; the longest wins. A Latin word counts only whole, a lone Han character not at the end of a word: `压力表 P-101` is no table.
 */
export function wordBefore(words: Iterable<string>, gap: string, most: number): (text: string) => string | undefined {
  const known = new Set(words);
  const lengths = [...new Set([...known].map((word) => word.length))].sort((a, b) => b - a);
  const ends = new Set([...known].map((word) => word.charAt(word.length - 1)));
  return (text) => {
    const plain = text.toLowerCase().replace(/\s/g, ' ');
    let end = plain.length;
    for (let left = most; left >= 0; left -= 1, end -= 1) {
      if (ends.has(plain.charAt(end - 1))) {
        const found = lengths.find(
          (length) => length <= end && known.has(plain.slice(end - length, end)) && isWhole(plain, end - length, end),
        );
        if (found !== undefined) return plain.slice(end - found, end);
      }
      const sign = plain.charAt(end - 1);
      if (sign === '' || !(sign === ' ' || gap.includes(sign))) return undefined;
    }
    return undefined;
  };
}

function isWhole(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  if (LATIN.test(text.charAt(start))) return !LATIN.test(before) && !LATIN.test(text.charAt(end));
  return end - start > 1 || !HAN.test(before);
}
