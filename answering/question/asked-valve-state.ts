import { type ValveState, valveFunction, valveStateOf, valveWordPattern, wordingPattern } from '../../ontology/index.ts';
import type { LinkedEntity, Question } from './question.ts';

/** How valves are to stand; of one valve it is told how it stands, whichever is asked. `of`: that valve, or the drawing that shows them. */
export interface AskedValveState {
  readonly states: ReadonlySet<ValveState>;
  readonly of?: LinkedEntity;
  readonly isOfValve: boolean;
}

const VALVE = valveWordPattern('valve');
const POSITION = valveWordPattern('position');
const ON_DRAWING = wordingPattern('onDrawing', 'giu');
/** Who asks what is open in normal running asks for what is locked open too. */
const MEANT: readonly (readonly [pattern: RegExp, states: readonly ValveState[]])[] = [
  [valveWordPattern('open'), ['open', 'locked-open']],
  [valveWordPattern('closed'), ['closed', 'locked-closed']],
  [valveWordPattern('locked-open'), ['locked-open']],
  [valveWordPattern('locked-closed'), ['locked-closed']],
  [valveWordPattern('fails-open'), ['fails-open']],
  [valveWordPattern('fails-closed'), ['fails-closed']],
];

/**
 * Undefined where it is not asked how valves stand in normal running (`Which valves are locked open?`, HV-1011A 常开还是常闭), or where
 * anything else of them is asked.
 */
export function askedValveState({ text, entities, terms, quantities }: Question): AskedValveState | undefined {
  const [of, ...others] = entities;
  if (quantities.length > 0 || others.some(({ folded }) => folded !== of?.folded)) return undefined;
  const placesOf = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
  const states = new Set(MEANT.flatMap(([pattern, meant]) => (placesOf(pattern).length > 0 ? meant : [])));
  const isOfValve = of !== undefined && valveFunction(of.text) !== undefined;
  const isOfDrawings = of === undefined || of.keys.some(({ type }) => type === 'Drawing');
  const [valves, positions] = [placesOf(VALVE), placesOf(POSITION)];
  const isAsked = isOfValve ? states.size > 0 || positions.length > 0 : isOfDrawings && states.size > 0 && valves.length > 0;
  if (!isAsked) return undefined;
  const said = [...valves, ...positions, ...MEANT.flatMap(([pattern]) => placesOf(pattern)), ...placesOf(ON_DRAWING)];
  const isSaid = ({ start, end }: { readonly start: number; readonly end: number }) =>
    said.some((one) => start < one.end && end > one.start);
  return terms.every(isSaid) ? { states, ...(of === undefined ? {} : { of }), isOfValve } : undefined;
}

/** Whether words say that something stands in one of these states, of none in any, or a column does (`Normal position`). */
export function saysValveState(words: string, states: ReadonlySet<ValveState>): boolean {
  const has = (pattern: RegExp) => words.search(pattern) >= 0;
  const isMeant = (meant: readonly ValveState[]) => states.size === 0 || meant.some((state) => states.has(state));
  if (has(POSITION) || MEANT.some(([pattern, meant]) => isMeant(meant) && has(pattern))) return true;
  return words.split(/[\s,，;；、]+/u).some((word) => {
    const state = word === word.toUpperCase() ? valveStateOf(word) : undefined;
    return state !== undefined && isMeant([state]);
  });
}
