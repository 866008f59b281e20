import { type Access, fold, foldIdentifier, isOnSheetOutOfUse, type StoredPassage, sheetOf, type TagGrammar } from '../../kernel/index.ts';
import { isValveMark } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { DrawnStatement } from '../drawn-statement.ts';
import type { ReadAgain } from './read-again.ts';

type Change = Extract<DrawnStatement, { kind: 'changed' }>;

/**
 * Looks once more, in the words of the two sheets themselves: what came stands on the later one and nowhere on the earlier one, what
 * went the other way round, what is otherwise reads so on each. Undefined where it does not.
 */
export async function readChange(
  { passages, grammar }: Pick<Evidence, 'passages' | 'grammar'>,
  access: Access,
  kept: readonly StoredPassage[],
  statement: Change,
): Promise<ReadAgain | undefined> {
  const sheetOfRevision = async (revision: string): Promise<readonly StoredPassage[] | undefined> => {
    const own = kept.find((one) => fold(one.revision ?? '') === fold(revision));
    if (own === undefined) return undefined;
    const read = await passages.range(access, own.passage.versionId, 0, Number.MAX_SAFE_INTEGER);
    return read.filter((one) => sheetOf(one.passage) === sheetOf(own.passage) && one.damaged !== true && !isOnSheetOutOfUse(one.passage));
  };
  const [earlier, later] = [await sheetOfRevision(statement.from), await sheetOfRevision(statement.to)];
  if (earlier === undefined || later === undefined) return undefined;
  return holds(statement, earlier, later, kept, grammar) ? { statement, isOverSheets: false } : undefined;
}

function holds(
  { change, what, name, before, after }: Change,
  earlier: readonly StoredPassage[],
  later: readonly StoredPassage[],
  kept: readonly StoredPassage[],
  grammar: TagGrammar,
): boolean {
  const [on, other] = change === 'removed' ? [earlier, later] : [later, earlier];
  if (what === 'title-block') return hasCell(earlier, before) && hasCell(later, after);
  if (what === 'mark') {
    const marks = kept.filter(({ passage }) => isValveMark(passage.text)).map(({ passage }) => passage.text.trim());
    return (
      names(earlier, name, grammar) &&
      names(later, name, grammar) &&
      [before, after].every((mark) => mark === undefined || marks.includes(mark))
    );
  }
  if (what === 'rating') return says(earlier, name, before, grammar) && says(later, name, after, grammar);
  if (what === 'pipe' || what === 'conductor') {
    const [from = '', to = ''] = name.split(' → ');
    return joins(on, from, to) && !joins(other, from, to) && names(other, from, grammar) && names(other, to, grammar);
  }
  if (before !== undefined && after !== undefined)
    return (
      names(earlier, before, grammar) && !names(later, before, grammar) && names(later, after, grammar) && !names(earlier, after, grammar)
    );
  return names(on, name, grammar) && !names(other, name, grammar);
}

function names(sheet: readonly StoredPassage[], name: string, grammar: TagGrammar): boolean {
  const folded = foldIdentifier(name);
  return sheet.some(({ passage }) => grammar.find(passage.text).some(({ identifier }) => identifier.folded === folded));
}

/** Whether a label of the name prints a text behind it. */
function says(sheet: readonly StoredPassage[], name: string, text: string | undefined, grammar: TagGrammar): boolean {
  const folded = foldIdentifier(name);
  return sheet.some(({ passage }) => {
    const [mention] = grammar.find(passage.text);
    return mention?.identifier.folded === folded && text !== undefined && passage.text.slice(mention.end).includes(text);
  });
}

function hasCell(sheet: readonly StoredPassage[], text: string | undefined): boolean {
  return sheet.some(({ passage }) => (passage.cells ?? []).some(({ start, end }) => passage.text.slice(start, end).trim() === text));
}

function joins(sheet: readonly StoredPassage[], from: string, to: string): boolean {
  const ends = [from, to].map(foldIdentifier).sort().join(' ');
  return sheet.some(({ passage }) =>
    (passage.structure.drawn ?? []).some(({ kind, own, other }) => {
      const isPipe = kind === 'feeds' || kind === 'fed-by' || kind === 'joins';
      return isPipe && [own, other].map(foldIdentifier).sort().join(' ') === ends;
    }),
  );
}
