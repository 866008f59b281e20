import { chineseNumeral } from '../../../ontology/index.ts';

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Numbers beyond are printed in digits, whatever the format: no list gets there, but a document may claim to start there. */
const LAST_LETTERED = 26 * 4;

/** A list number as Word prints it in one of its formats (ECMA-376 part 1, 17.18.59); unknown formats count in digits. */
export function numberText(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letterText(number);
    case 'upperLetter':
      return letterText(number).toUpperCase();
    case 'lowerRoman':
      return romanText(number);
    case 'upperRoman':
      return romanText(number).toUpperCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
      return chineseNumeral(number) ?? String(number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : String(number);
    default:
      return String(number);
  }
}

/** a … z, then aa, bb … */
function letterText(number: number): string {
  if (number < 1 || number > LAST_LETTERED) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function romanText(number: number): string {
  if (number < 1 || number > 399) return String(number);
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}
