import { type Access, assertNever, foldIdentifier, isOnSheetOutOfUse, type StoredPassage, type TagGrammar } from '../../kernel/index.ts';
import { isValveMark, valveFunction } from '../../ontology/index.ts';
import type { DraftClaim } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { DrawnStatement } from '../drawn-statement.ts';
import type { Check } from '../verify/check.ts';
import type { ReadAgain } from './read-again.ts';
import { readChange } from './read-change.ts';
import { readIsolation } from './read-isolation.ts';
import { readLink } from './read-link.ts';
import { readOfPicture } from './read-of-picture.ts';
import { sayDrawn } from './say-drawn.ts';

/**
 * Reads a statement off the drawings once more, from the passages and facts as they are kept, whatever its composer made of them, and
 * holds the sentence against what comes out: both ends have to say it, and the facts too.
 */
export async function checkDrawn(
  evidence: Pick<Evidence, 'grammar' | 'keys' | 'passages'>,
  access: Access,
  draft: DraftClaim,
  statement: DrawnStatement,
  language: 'zh' | 'en',
): Promise<Check> {
  const ids = [...new Set(draft.spans.map(({ stored }) => stored.passage.id))];
  const kept = (await evidence.passages.get(access, ids)).filter((one) => one.damaged !== true && !isOnSheetOutOfUse(one.passage));
  const again = kept.length < ids.length ? undefined : await readAgain(evidence, access, kept, statement);
  if (again === undefined) return { name: 'drawn', outcome: 'failed', detail: 'the drawings do not show it when they are read again' };
  const said = sayDrawn(again.statement, again.isOverSheets, language);
  return said === draft.text
    ? { name: 'drawn', outcome: 'passed', detail: `${ids.length} labels, read again` }
    : { name: 'drawn', outcome: 'failed', detail: `read again, the drawings show: ${said}` };
}

function readAgain(
  evidence: Pick<Evidence, 'grammar' | 'keys' | 'passages'>,
  access: Access,
  kept: readonly StoredPassage[],
  statement: DrawnStatement,
): Promise<ReadAgain | undefined> {
  switch (statement.kind) {
    case 'feeds':
    case 'joins':
    case 'measures':
    case 'controls':
    case 'in-loop':
    case 'drives':
      return readLink(evidence, access, kept, statement);
    case 'isolation':
      return readIsolation(evidence, access, kept, statement);
    case 'changed':
      return readChange(evidence, access, kept, statement);
    case 'normal-state':
      return Promise.resolve(readMark(kept, statement, evidence.grammar));
    case 'candidates-only':
      return Promise.resolve(readCaution(kept, statement));
    default:
      return assertNever(statement);
  }
}

/** A caution says of a picture that it is one. */
function readCaution(
  kept: readonly StoredPassage[],
  statement: Extract<DrawnStatement, { kind: 'candidates-only' }>,
): ReadAgain | undefined {
  const [label] = kept;
  const { isRecognised: _, ...rest } = statement;
  return label === undefined ? undefined : { statement: { ...rest, ...readOfPicture(label) }, isOverSheets: false };
}

/** One label is of the valve, the other one is the mark, and both stand on one sheet. */
function readMark(
  kept: readonly StoredPassage[],
  { valve }: Extract<DrawnStatement, { kind: 'normal-state' }>,
  grammar: TagGrammar,
): ReadAgain | undefined {
  const own = kept
    .flatMap((label) => [
      ...(label.passage.structure.drawn ?? []).map((relation) => ({ label, name: relation.own })),
      // Of a valve whose pipes were not made out nothing but its tag is known.
      ...grammar.find(label.passage.text).map(({ identifier }) => ({ label, name: identifier.text })),
    ])
    .find(({ name }) => foldIdentifier(name) === foldIdentifier(valve) && valveFunction(name) !== undefined);
  const mark = kept.find(({ passage }) => isValveMark(passage.text));
  if (own === undefined || mark?.passage.versionId !== own.label.passage.versionId) return undefined;
  return { statement: { kind: 'normal-state', valve: own.name, mark: mark.passage.text.trim() }, isOverSheets: false };
}
