import { type Access, compareText, type StoredPassage, type VersionId } from '../../kernel/index.ts';
import { type AskedOfDrawing, valveFunction } from '../../ontology/index.ts';
import { type Composition, quotePassage } from '../compose/composition.ts';
import { isWanted } from '../compose/gather-evidence.ts';
import type { Evidence } from '../dependencies.ts';
import { askedOfDrawing } from '../question/asked-of-drawing.ts';
import type { Question } from '../question/question.ts';

/** What of a drawing is listed. */
export const LISTED = ['instruments', 'valves', 'equipment', 'breakers', 'motors'] as const satisfies readonly AskedOfDrawing[];
type Listed = (typeof LISTED)[number];

/** Facts read of a drawing; one with more is not listed, since a list cut short looks whole. */
const MOST_FACTS = 10_000;

/** The instruments, valves, equipment, breakers or motors of a drawing that is named by its number: its labels. Undefined where no such list is asked for. */
export async function composeList({ keys, passages }: Evidence, access: Access, question: Question): Promise<Composition | undefined> {
  const asked = askedOfDrawing(question);
  const kinds = LISTED.filter((kind) => asked?.kinds.includes(kind) === true);
  if (asked === undefined || kinds.length === 0) return undefined;
  const drawings = await keys.find(access, [asked.of.folded], { types: ['Drawing'] });
  const facts = await keys.about(
    access,
    drawings.map(({ id }) => id),
    ['DEPICTED_ON'],
    MOST_FACTS,
  );
  if (facts.length === 0 || facts.length === MOST_FACTS) return undefined;
  const depicted = new Set(facts.flatMap(({ evidence }) => evidence.map((one) => one.evidence.passageId)));
  const versions = new Set<VersionId>(facts.flatMap(({ evidence }) => evidence.map(({ versionId }) => versionId)));
  const labels: StoredPassage[] = [];
  for (const version of [...versions].sort(compareText)) {
    const found = await passages.range(access, version, 0, Number.MAX_SAFE_INTEGER, ['drawing-label']);
    labels.push(...found.filter((stored) => depicted.has(stored.passage.id) && isWanted(stored, question)));
  }
  const listed = labels.filter((label) => kinds.some((kind) => isOf(kind, label, question.grammar)));
  if (listed.length === 0) return undefined;
  const claims = listed.map((label) => {
    const claim = quotePassage(label);
    return claim.kind === 'computed' ? claim : { ...claim, spans: [{ ...claim.spans[0], isLabel: true as const }] as const };
  });
  return { kind: 'answer', claims, whole: true };
}

/**
 * By the letters of the tag and by what is drawn at it: an instrument measures or controls, equipment stands in pipes. On a one-line
 * diagram each thing is drawn as something.
 */
function isOf(kind: Listed, { passage }: StoredPassage, grammar: Question['grammar']): boolean {
  const [mention] = grammar.find(passage.text);
  if (mention === undefined || mention.identifier.kind === 'line') return false;
  const role = (passage.structure.drawn ?? []).find((relation) => relation.kind === 'drawn-as')?.other;
  if (kind === 'breakers' || kind === 'motors') return role === (kind === 'breakers' ? 'breaker' : 'motor');
  if (role !== undefined) return kind === 'equipment' && role !== 'cable';
  const isValve = valveFunction(mention.identifier.text) !== undefined;
  if (kind === 'valves' || isValve) return kind === 'valves' && isValve;
  const drawn = new Set((passage.structure.drawn ?? []).map((relation) => relation.kind));
  const isInstrument = drawn.has('measures') || drawn.has('controls') || drawn.has('in-loop');
  const isPiped = drawn.has('feeds') || drawn.has('fed-by') || drawn.has('joins');
  return kind === 'instruments' ? isInstrument : isPiped && !isInstrument;
}
