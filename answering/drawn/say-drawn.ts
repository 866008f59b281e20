import { assertNever } from '../../kernel/index.ts';
import { drawingPhrasesOf } from '../../ontology/index.ts';
import type { DrawnStatement } from '../drawn-statement.ts';

/** A statement as a sentence. `isOverSheets`: the two things stand on two sheets. */
export function sayDrawn(statement: DrawnStatement, isOverSheets: boolean, language: 'zh' | 'en'): string {
  const phrases = drawingPhrasesOf(language);
  switch (statement.kind) {
    case 'feeds':
    case 'joins':
    case 'measures':
    case 'controls':
    case 'drives':
      return phrases[statement.kind]({ ...statement, isOverSheets });
    case 'in-loop':
      return phrases.inLoop({ ...statement, isOverSheets });
    case 'isolation':
      return phrases.isolation(statement);
    case 'changed':
      return phrases.changed(statement);
    case 'normal-state':
      return phrases.normalState(statement.valve, statement.mark);
    case 'candidates-only':
      return phrases.candidatesOnly(statement);
    default:
      return assertNever(statement);
  }
}
