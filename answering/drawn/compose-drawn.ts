import type { Access, StoredPassage } from '../../kernel/index.ts';
import { type AskedOfDrawing, drawingPhrasesOf } from '../../ontology/index.ts';
import type { Composition, DraftClaim, Span } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { DrawnStatement } from '../drawn-statement.ts';
import { type AskedDrawing, askedOfDrawing } from '../question/asked-of-drawing.ts';
import { LISTED_OF_DRAWINGS } from '../question/listed-of-drawings.ts';
import type { Question } from '../question/question.ts';
import { drawnLabels } from './drawn-labels.ts';
import { type DrawnEdge, type DrawnEnd, type DrawnNetwork, drawnNetwork } from './drawn-network.ts';
import { labelSpan } from './label-span.ts';
import { sayDrawn } from './say-drawn.ts';
import { walkFlow } from './walk.ts';

/** Sentences of an answer; with more, the drawing itself says it better. */
const MOST_TOLD = 60;

/**
 * What lines of drawings show of the one thing that a question asks about. Undefined where nothing of a drawing is asked, or the
 * thing is drawn nowhere; refused where it is drawn, and nothing of what is asked stands at it.
 */
export async function composeDrawn(evidence: Evidence, access: Access, question: Question): Promise<Composition | undefined> {
  const asked = askedOfDrawing(question);
  if (asked === undefined || asked.kinds.some((kind) => kind === 'isolation' || kind === 'breaker-isolation')) return undefined;
  const of = asked.of.folded;
  const network = networkFor(asked, await drawnLabels(evidence, access, question, of));
  const isLoop = network.edges.some(({ kind, to }) => kind === 'in-loop' && to.folded === of);
  if (!network.things.has(of) && !isLoop) return undefined;
  const edges = kindsOf(asked).flatMap((kind) => edgesFor(network, kind, of));
  const told = [...new Set(edges)];
  const { nothingDrawn, tooMuchDrawn } = drawingPhrasesOf(question.language);
  if (told.length === 0) {
    const isRelation = asked.kinds.some((kind) => !LISTED_OF_DRAWINGS.some((one) => one === kind));
    return isRelation ? { kind: 'refuse', reason: 'absent', isExact: true, missing: nothingDrawn(asked.of.text), claims: [] } : undefined;
  }
  if (told.length > MOST_TOLD)
    return { kind: 'refuse', reason: 'unread-part', isExact: true, missing: tooMuchDrawn(asked.of.text), claims: [] };
  return { kind: 'answer', claims: told.flatMap((edge) => edgeClaim(edge, question) ?? []) };
}

/** Who asks for power asks for no flow, though the words for both may be alike (`供`). */
function kindsOf({ kinds }: AskedDrawing): readonly AskedOfDrawing[] {
  const isOfPower = kinds.includes('power-from') || kinds.includes('power-to');
  return kinds.filter((kind) => !isOfPower || (kind !== 'upstream' && kind !== 'downstream'));
}

/** Conductors where power is asked for; else pipes and signals, unless the thing stands in none: then all that is drawn at it. */
function networkFor({ kinds, of }: AskedDrawing, labels: readonly StoredPassage[]): DrawnNetwork {
  if (kinds.includes('power-from') || kinds.includes('power-to')) return drawnNetwork(labels, 'power');
  const pipes = drawnNetwork(labels, 'pipes');
  return pipes.edges.some(({ from, to }) => from.folded === of.folded || to.folded === of.folded) ? pipes : drawnNetwork(labels);
}

function edgesFor(network: DrawnNetwork, kind: AskedOfDrawing, of: string): readonly DrawnEdge[] {
  const own = (wanted: DrawnEdge['kind'], end: 'from' | 'to'): readonly DrawnEdge[] =>
    network.edges.filter((edge) => edge.kind === wanted && edge[end].folded === of);
  switch (kind) {
    case 'upstream':
    case 'power-from':
      return walkFlow(network, of, 'upstream');
    case 'downstream':
    case 'power-to':
      return walkFlow(network, of, 'downstream');
    case 'neighbours':
      return network.edges.filter(
        ({ kind: drawn, from, to }) => (drawn === 'feeds' || drawn === 'joins') && (from.folded === of || to.folded === of),
      );
    case 'measures':
    case 'controls':
      return own(kind, 'from');
    case 'instruments':
      return [...own('measures', 'to'), ...own('controls', 'to')];
    case 'controlled-by':
      return own('controls', 'to');
    case 'loop-of':
      return own('in-loop', 'from');
    case 'in-loop':
      return own('in-loop', 'to');
    default:
      return [];
  }
}

/** Undefined of what has a label at neither end. */
function edgeClaim(
  { kind, from, to, line, isOverSheets, isStated, isElectrical }: DrawnEdge,
  { language, grammar }: Question,
): DraftClaim | undefined {
  const [first, ...others] = [from, to].flatMap((end) => spanOf(end, grammar));
  if (first === undefined) return undefined;
  const isPipe = kind === 'feeds' || kind === 'joins';
  const drawn: DrawnStatement = {
    kind,
    from: from.name,
    to: to.name,
    ...(line === undefined || !isPipe ? {} : { line }),
    basis: isStated ? 'stated' : 'inferred',
    ...(isElectrical ? { isElectrical: true as const } : {}),
  };
  return { kind: 'composed', text: sayDrawn(drawn, isOverSheets, language), spans: [first, ...others], drawn };
}

/** Where a label prints a name; a label is about what it names, whatever is asked. */
export function spanOf({ folded, label }: DrawnEnd, grammar: Question['grammar']): readonly Span[] {
  if (label === undefined) return [];
  const mention = grammar.find(label.passage.text).find(({ identifier }) => identifier.folded === folded);
  return [labelSpan(label, mention?.start ?? 0, mention?.end ?? label.passage.text.length)];
}
