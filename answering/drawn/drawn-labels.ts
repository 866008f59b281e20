import {
  type Access,
  compareText,
  foldIdentifier,
  type Predicate,
  type StoredPassage,
  sheetOf,
  type VersionId,
} from '../../kernel/index.ts';
import { isWanted } from '../compose/gather-evidence.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';

const DRAWN: readonly Predicate[] = ['DEPICTED_ON', 'CONNECTS_TO', 'MEASURES', 'CONTROLS', 'MEMBER_OF_LOOP'];
/** Facts read at a time, labels read of a drawing, and drawings of a set. */
const MOST_FACTS = 2_000;
const LAST_ORDER = Number.MAX_SAFE_INTEGER;
const MOST_DRAWINGS = 40;

/**
 * The labels of all drawings that bear a code, and of those on which their pipes go on: by the facts that stand on them. Empty where
 * none bears it. Sheets out of use and older revisions are left out, unless the question asks for the revision.
 */
export async function drawnLabels(
  { keys, passages }: Pick<Evidence, 'keys' | 'passages'>,
  access: Access,
  question: Question,
  code: string,
): Promise<readonly StoredPassage[]> {
  const labels: StoredPassage[] = [];
  const read = new Set<VersionId>();
  const asked = new Set<string>();
  for (let codes = [code]; codes.length > 0 && read.size < MOST_DRAWINGS; ) {
    for (const one of codes) asked.add(one);
    const own = await keys.find(access, codes, { types: ['FunctionalLocation', 'Line', 'Loop', 'Tag', 'Drawing'] });
    const facts = await keys.about(
      access,
      own.map(({ id }) => id),
      DRAWN,
      MOST_FACTS,
    );
    const versions = [...new Set(facts.flatMap(({ evidence }) => evidence.map(({ versionId }) => versionId)))]
      .filter((version) => !read.has(version))
      .sort(compareText)
      .slice(0, MOST_DRAWINGS - read.size);
    const fresh: StoredPassage[] = [];
    for (const version of versions) {
      read.add(version);
      const found = await passages.range(access, version, 0, LAST_ORDER, ['drawing-label']);
      fresh.push(...found.filter((stored) => sheetOf(stored.passage) !== undefined && isWanted(stored, question)));
    }
    labels.push(...fresh);
    codes = [...new Set(fresh.flatMap(goingOn))].filter((line) => !asked.has(line)).sort(compareText);
  }
  return labels;
}

/** Numbers of lines that go on at another sheet. */
function goingOn({ passage }: StoredPassage): readonly string[] {
  return (passage.structure.drawn ?? []).flatMap(({ otherIs, line }) =>
    otherIs === 'connector' && line !== undefined ? [foldIdentifier(line)] : [],
  );
}
