import type { Access, Key, StoredPassage } from '../../kernel/index.ts';
import { valveFunction } from '../../ontology/index.ts';
import { type Composition, quotePassage } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import { askedOfDrawing } from '../question/asked-of-drawing.ts';
import { type ListedOfDrawing, listedOfDrawings, listedOn } from '../question/listed-of-drawings.ts';
import type { Question } from '../question/question.ts';
import { labelsOfDrawings, MOST_DRAWINGS, MOST_LISTED } from './labels-of-drawings.ts';

/**
 * The instruments, valves, equipment, breakers or motors of a drawing that is named by its number: its labels. Where the question names
 * nothing, those of the drawings that there are, or which drawings to choose from. Undefined where no such list is asked for.
 */
export async function composeList(evidence: Evidence, access: Access, question: Question): Promise<Composition | undefined> {
  const asked = askedOfDrawing(question);
  if (asked === undefined) return composeListOfAny(evidence, access, question);
  const drawings = await evidence.keys.find(access, [asked.of.folded], { types: ['Drawing'] });
  return listing(await listedLabels(evidence, access, question, drawings, listedOn(asked.kinds)));
}

async function composeListOfAny(evidence: Evidence, access: Access, question: Question): Promise<Composition | undefined> {
  const kinds = listedOfDrawings(question);
  if (kinds.length === 0) return undefined;
  const drawings = await evidence.keys.ofTypes(access, ['Drawing'], MOST_DRAWINGS);
  const holding: { readonly drawing: Key; readonly labels: readonly StoredPassage[] }[] = [];
  for (const drawing of drawings) {
    const labels = await listedLabels(evidence, access, question, [drawing], kinds);
    // One that cannot be read whole would be missing from a list that looks whole.
    if (labels === undefined) return undefined;
    if (labels.length > 0) holding.push({ drawing, labels });
  }
  if (holding.length === 0) return undefined;
  const all = holding.flatMap(({ labels }) => labels);
  const isWhole = drawings.length < MOST_DRAWINGS && (holding.length === 1 || all.length <= MOST_LISTED);
  return isWhole ? listing(all) : { kind: 'clarify', candidates: holding.map(({ drawing }) => ({ text: drawing.text })), claims: [] };
}

/** Undefined where too many facts were to be read to know all. */
async function listedLabels(
  evidence: Evidence,
  access: Access,
  question: Question,
  drawings: readonly Key[],
  kinds: readonly ListedOfDrawing[],
): Promise<readonly StoredPassage[] | undefined> {
  if (kinds.length === 0) return [];
  const labels = await labelsOfDrawings(evidence, access, question, drawings);
  return labels?.depicting.filter((label) => kinds.some((kind) => isOf(kind, label, question.grammar)));
}

function listing(labels: readonly StoredPassage[] | undefined): Composition | undefined {
  if (labels === undefined || labels.length === 0) return undefined;
  const claims = labels.map((label) => {
    const claim = quotePassage(label);
    return claim.kind === 'computed' ? claim : { ...claim, spans: [{ ...claim.spans[0], isLabel: true as const }] as const };
  });
  return { kind: 'answer', claims, whole: true };
}

/**
 * By the letters of the tag and by what is drawn at it: an instrument measures or controls, equipment stands in pipes. On a one-line
 * diagram each thing is drawn as something.
 */
function isOf(kind: ListedOfDrawing, { passage }: StoredPassage, grammar: Question['grammar']): boolean {
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
