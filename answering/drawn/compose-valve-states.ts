import type { Access, StoredPassage, TagGrammar } from '../../kernel/index.ts';
import { valveStateOf } from '../../ontology/index.ts';
import type { Composition } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { AskedValveState } from '../question/asked-valve-state.ts';
import type { LinkedEntity, Question } from '../question/question.ts';
import { drawnLabels } from './drawn-labels.ts';
import { labelsOfDrawings, MOST_DRAWINGS, MOST_LISTED } from './labels-of-drawings.ts';
import { valveMarks } from './valve-marks.ts';
import { valveStateClaim } from './valve-state-claim.ts';

/**
 * How a valve stands in normal running by the mark beside it, or which valves of the drawings stand so. Undefined where no drawing marks
 * one so: a document may say it.
 */
export async function composeValveStates(
  evidence: Evidence,
  access: Access,
  question: Question,
  asked: AskedValveState,
): Promise<Composition | undefined> {
  return asked.isOfValve && asked.of !== undefined
    ? stateOfOne(evidence, access, question, asked.of)
    : listOfStates(evidence, access, question, asked);
}

async function stateOfOne(
  evidence: Evidence,
  access: Access,
  question: Question,
  { folded }: LinkedEntity,
): Promise<Composition | undefined> {
  const labels = await drawnLabels(evidence, access, question, folded);
  const own = marked(labels, question.grammar).filter(({ tag }) => tag.folded === folded);
  return own.length === 0
    ? undefined
    : { kind: 'answer', claims: own.map(({ tag, valve, mark }) => valveStateClaim(tag.text, valve, mark, question.language)) };
}

async function listOfStates(
  evidence: Evidence,
  access: Access,
  question: Question,
  { states, of }: AskedValveState,
): Promise<Composition | undefined> {
  const drawings =
    of === undefined
      ? await evidence.keys.ofTypes(access, ['Drawing'], MOST_DRAWINGS)
      : await evidence.keys.find(access, [of.folded], { types: ['Drawing'] });
  const labels = await labelsOfDrawings(evidence, access, question, drawings);
  // What cannot be read whole would be missing from a list that looks whole.
  if (labels === undefined) return undefined;
  const all = marked(labels.all, question.grammar);
  const so = all.filter(({ mark }) => {
    const state = valveStateOf(mark.passage.text);
    return state !== undefined && states.has(state);
  });
  if (so.length > MOST_LISTED || (of === undefined && drawings.length === MOST_DRAWINGS))
    return { kind: 'clarify', candidates: drawings.map(({ text }) => ({ text })), claims: [] };
  if (so.length === 0) return undefined;
  return {
    kind: 'answer',
    claims: so.map(({ tag, valve, mark }) => valveStateClaim(tag.text, valve, mark, question.language)),
    whole: true,
  };
}

interface MarkedValve {
  readonly tag: { readonly text: string; readonly folded: string };
  readonly valve: StoredPassage;
  readonly mark: StoredPassage;
}

function marked(labels: readonly StoredPassage[], grammar: TagGrammar): readonly MarkedValve[] {
  return [...valveMarks(labels, grammar)].flatMap(([valve, mark]): readonly MarkedValve[] => {
    const [mention] = grammar.find(valve.passage.text);
    return mention === undefined ? [] : [{ tag: mention.identifier, valve, mark }];
  });
}
