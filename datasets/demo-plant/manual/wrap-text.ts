/** No line begins with one of these, none ends with one of those (Chinese line breaking). */
const NEVER_FIRST = /^[，。；：、）》！？”%℃]/u;
const NEVER_LAST = /[（《“]$/u;
const UNITS = /[\p{Script=Han}，。；：、（）《》！？“”]|[^\s\p{Script=Han}，。；：、（）《》！？“”]+|\s+/gu;

/** Breaks a text into lines no wider than `width`; spaces at a break vanish. A unit wider than the line stands alone. */
export function wrapText(text: string, width: number, measure: (piece: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of breakable(text)) {
    if (line !== '' && measure((line + unit).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = unit.trimStart();
    } else {
      line += line === '' ? unit.trimStart() : unit;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

function breakable(text: string): string[] {
  const units: string[] = [];
  for (const unit of text.match(UNITS) ?? []) {
    const last = units.at(-1);
    if (last !== undefined && (NEVER_FIRST.test(unit) || NEVER_LAST.test(last))) units[units.length - 1] = last + unit;
    else units.push(unit);
  }
  return units;
}
