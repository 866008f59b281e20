/** Letters, number and suffix of a folded tag: P101A, M101A, HV1012A. */
const TAG = /^(?<letters>[A-Z]{1,4}(?:-[A-Z]{1,4})?)(?<number>\d{2,6})(?<suffix>[A-Z]?)$/;

export function hasTagShape(code: string): boolean {
  return TAG.test(code);
}

/** Equal number and suffix, other letters: parts of one train, as tag grammars number them (motor M-101A of pump P-101A). */
export function belongsTo(code: string, other: string): boolean {
  const a = TAG.exec(code)?.groups;
  const b = TAG.exec(other)?.groups;
  if (a === undefined || b === undefined || a.letters === b.letters) return false;
  const aNumber = a.number ?? '';
  const bNumber = b.number ?? '';
  const sameLoop = aNumber === bNumber || (bNumber.length >= 3 && aNumber.length === bNumber.length + 1 && aNumber.startsWith(bNumber));
  return sameLoop && (a.suffix === b.suffix || a.suffix === '' || b.suffix === '');
}

/** Equal letters, other number or suffix: the neighbour that must not be taken for the asked one. */
export function isSibling(code: string, other: string): boolean {
  const a = TAG.exec(code)?.groups;
  const b = TAG.exec(other)?.groups;
  return a !== undefined && b !== undefined && a.letters === b.letters && code !== other;
}
