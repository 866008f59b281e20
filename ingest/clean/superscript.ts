const RAISED: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻',
  n: 'ⁿ',
  '(': '⁽',
  ')': '⁾',
};

/**
 * Raised text in the characters that Unicode has for it, so that `10<sup>3</sup>` does not become 103 and a note mark no digit
 * of the value it stands at. Text with any other character stays as it is.
 */
export function superscript(text: string): string {
  const signs = [...text.trim()];
  const raised = signs.map((sign) => RAISED[sign]);
  return signs.length > 0 && raised.every((sign) => sign !== undefined) ? raised.join('') : text;
}
