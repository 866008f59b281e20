import type { ColumnRole } from '../../kernel/index.ts';
import { HEADER_HEADS } from '../vocabularies/header-heads.ts';
import { normaliseHeader } from './normalise-header.ts';
import { splitUnit } from './split-unit.ts';

const HAN = /\p{sc=Han}/u;

/**
 * Roles that the head of a log's header may stand for, the longest head first: the last part of a Chinese compound or of a German word,
 * the last word in English, or the one before `of`. The cells have to say which of them it is.
 */
export function headRoles(header: string): readonly ColumnRole[] {
  const { text } = normaliseHeader(splitUnit(header).name);
  const [before] = text.split(/ of (?:the )?/u);
  return [...new Set(HEADER_HEADS.filter(([head]) => isHead(before ?? text, head)).map(([, role]) => role))];
}

/** In German a compound is one word; its head has at least three letters, or it would be an ending. */
function isHead(name: string, head: string): boolean {
  if (!name.endsWith(head)) return false;
  const before = name[name.length - head.length - 1];
  return (
    before === undefined ||
    before === ' ' ||
    HAN.test(head) ||
    (head.length > 2 && /[a-zäöüß]$/u.test(before) && head !== 'art' && head !== 'ort')
  );
}
