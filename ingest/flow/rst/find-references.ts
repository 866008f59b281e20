import { type Lines, takeIndented } from './indented-lines.ts';
import { nameKey, type References } from './inline-text.ts';

const SUBSTITUTION = /^\s*\.\. \|(?<name>[^|]{1,200})\|\s+(?<directive>replace|unicode|image)::\s*(?<text>.*)$/;
const TARGET = /^\s*\.\. _(?:`(?<quoted>[^`]{1,200})`|(?<plain>(?:[^:\\]|\\.){1,200})):(?:\s|$)/;
/** Longer texts are not put in place of their names, so that a short document cannot grow without bound. */
const LONGEST_TEXT = 200;

/** Substitutions and link targets, which may be defined behind their use. */
export function findReferences(lines: Lines): References {
  const substitutions = new Map<string, string>();
  const targets = new Set<string>();
  lines.forEach((line, index) => {
    if (!line.includes('.. ')) return;
    const substitution = SUBSTITUTION.exec(line)?.groups;
    if (substitution !== undefined) {
      const text = substitutionText(substitution.directive ?? '', substitution.text ?? '', takeIndented(lines, index + 1).block);
      if (text.length <= LONGEST_TEXT) substitutions.set(nameKey(substitution.name ?? ''), text);
    }
    const target = TARGET.exec(line)?.groups;
    if (target !== undefined) targets.add(nameKey((target.quoted ?? target.plain ?? '').replaceAll('\\', '')));
  });
  return { substitutions, targets };
}

function substitutionText(directive: string, first: string, below: Lines): string {
  if (directive === 'image') return /^:alt:\s+(.*)$/.exec(below.find((line) => line.startsWith(':alt:')) ?? '')?.[1] ?? '';
  if (directive === 'replace') return [first, ...below].join(' ').replace(/\s+/g, ' ').trim();
  return first
    .replace(/\s+\.\. .*$/, '')
    .split(/\s+/)
    .map((part) => {
      const code = /^(?:0x|x|\\x|U\+|u|\\u|&#x)([0-9a-f]{1,6});?$/i.exec(part)?.[1];
      const point = code === undefined ? undefined : Number.parseInt(code, 16);
      return point === undefined || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? part : String.fromCodePoint(point);
    })
    .join('');
}
