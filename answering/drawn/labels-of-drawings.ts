import { type Access, compareText, type Key, type StoredPassage, type VersionId } from '../../kernel/index.ts';
import { isWanted } from '../compose/gather-evidence.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';

/** Drawings that are looked through, or named to choose from, where a question names none. */
export const MOST_DRAWINGS = 24;
/** Labels in one list; with more of several drawings, one has to be chosen. */
export const MOST_LISTED = 60;
/** Facts read of a drawing; one with more is not listed, since a list cut short looks whole. */
const MOST_FACTS = 10_000;

/** All labels of drawings, and those of things that they depict. */
export interface LabelsOfDrawings {
  readonly all: readonly StoredPassage[];
  readonly depicting: readonly StoredPassage[];
}

/** Undefined where too many facts were to be read to know all. */
export async function labelsOfDrawings(
  { keys, passages }: Pick<Evidence, 'keys' | 'passages'>,
  access: Access,
  question: Question,
  drawings: readonly Key[],
): Promise<LabelsOfDrawings | undefined> {
  if (drawings.length === 0) return { all: [], depicting: [] };
  const ids = drawings.map(({ id }) => id);
  const facts = await keys.about(access, ids, ['DEPICTED_ON'], MOST_FACTS);
  if (facts.length === MOST_FACTS) return undefined;
  const depicted = new Set(facts.flatMap(({ evidence }) => evidence.map((one) => one.evidence.passageId)));
  const versions = new Set<VersionId>(facts.flatMap(({ evidence }) => evidence.map(({ versionId }) => versionId)));
  const all: StoredPassage[] = [];
  for (const version of [...versions].sort(compareText)) {
    const found = await passages.range(access, version, 0, Number.MAX_SAFE_INTEGER, ['drawing-label']);
    all.push(...found.filter((stored) => isWanted(stored, question)));
  }
  return { all, depicting: all.filter((stored) => depicted.has(stored.passage.id)) };
}
