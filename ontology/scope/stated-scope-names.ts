import { foldText, type ScopeName, type ScopeNameSource } from '../../kernel/index.ts';
import { SCOPE_LABELS } from '../languages/scope-words.ts';

const LONGEST = 80;
const BETWEEN = /\s*(?:[、,，;；]|\s\/\s)\s*/u;
const LABELS = SCOPE_LABELS.map(([kind, source]) => ({ kind, line: new RegExp(`^\\s*${source}\\s*[:：|]\\s*`, 'iu') }));

/**
 * Names of scope that a line states under a label and says nothing else beside (`Model: X200, X300`, `适用型号：X200`). A line that
 * ends as prose, or whose value is longer than a name, states none.
 */
export function statedScopeNames(line: string, source: ScopeNameSource): ScopeName[] {
  // The first cell of a row names what the second says.
  const text = line.normalize('NFC').trim().replace('\t', ':');
  const folded = foldText(text);
  for (const { kind, line: pattern } of LABELS) {
    const label = pattern.exec(folded.text);
    if (label === null) continue;
    const value = text.slice(folded.toSource(0, label[0].length).end).trim();
    if (/[。！？.!?]$/u.test(value)) return [];
    // Lists of serials are one range.
    const parts = kind === 'serial-range' ? [value] : value.split(BETWEEN);
    return parts
      .map((part) => part.trim())
      .filter((part) => part !== '' && part.length <= LONGEST)
      .map((part) => ({ kind, text: part, source }));
  }
  return [];
}
