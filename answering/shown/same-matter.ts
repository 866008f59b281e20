import { languageOf } from '../../kernel/index.ts';
import { headerMatter } from '../../ontology/index.ts';
import type { TextCell } from '../compose/composition.ts';
import { withoutUnit } from '../verify/verbatim.ts';

/**
 * The cell that says in a language what another cell of the row says in the other one; undefined where there is none. Two columns
 * are one matter where one header carries the mark of a language and they are alike without it (`title_en`, `title_zh`), or where
 * they have one role and the cells are in the languages of their headers (`原因`, `Cause`).
 */
export function inLanguage(language: 'zh' | 'en', cell: TextCell, filled: readonly TextCell[], text: string): TextCell | undefined {
  const own = headerMatter(withoutUnit(cell.column));
  if (own.language === undefined || own.language === language) return undefined;
  return filled.find((other) => {
    const matter = headerMatter(withoutUnit(other.column));
    if (other === cell || matter.language !== language) return false;
    if (own.stem === matter.stem) return own.isMarked || matter.isMarked;
    if (cell.role === undefined || cell.role !== other.role) return false;
    return languageOf(text.slice(cell.start, cell.end)) === own.language && languageOf(text.slice(other.start, other.end)) === language;
  });
}
