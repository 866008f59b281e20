/** The first sign of CJK Radicals Supplement that stands for an ideograph. */
const FIRST = 0x2e81;

/**
 * Code points of the ideographs that the signs from `FIRST` on stand for, `-` where there is none: Equivalent_Unified_Ideograph of the
 * Unicode Character Database. Kangxi radicals have theirs as compatibility decompositions.
 */
const IDEOGRAPHS =
  '5382 4e5b 4e5a 4e59 4ebb 5182 20628 5200 5202 535c 353e 5c0f 5c0f 5140 5c23 5c22 21bc2 5df3 5e7a 5f51 2b739 5fc4 5fc3 624c 6535 - ' +
  '65e1 65e5 6708 6b7a 6bcd 6c11 6c35 6c3a 706c 722b 722b 4e2c 725b 72ad 738b 24d14 76ee 793a 793b 25ad7 7cf9 7e9f 7f53 7f52 34c1 ' +
  '5197 2626b 7f8a 2634c 2634b 8002 8080 807f 8089 26951 8279 8279 8279 864e 8864 8980 897f 89c1 89d2 278b2 8ba0 8d1d 27fb7 8f66 8fb6 ' +
  '8fb6 8fb6 9091 9485 9577 9578 957f 95e8 28e0f 961d 96e8 9752 97e6 9875 98ce 98de 98df 2967f 98e0 9963 29810 9a6c 9aa8 9b3c 9c7c ' +
  '9e1f 5364 9ea6 9ec4 9efe 6589 9f50 6b6f 9f7f 7adc 9f99 9f9c 4e80 9f9f';

const UNIFIED: readonly (string | undefined)[] = IDEOGRAPHS.split(' ').map((code) =>
  code === '-' ? undefined : String.fromCodePoint(Number.parseInt(code, 16)),
);
const RADICAL = /[\u2e81-\u2ef3\u2f00-\u2fd5]/gu;

/**
 * Text with ideographs where signs for radicals were written that look the same. Fonts draw both with one glyph, so that PDFs that were
 * printed from web pages hold the radical, and whoever looks for the word would not find it.
 */
export function unifyRadicals(text: string): string {
  return text.replace(RADICAL, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code >= FIRST && code < FIRST + UNIFIED.length ? (UNIFIED[code - FIRST] ?? sign) : sign.normalize('NFKC');
  });
}
