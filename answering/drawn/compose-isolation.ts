import type { Access } from '../../kernel/index.ts';
import { drawingPhrasesOf } from '../../ontology/index.ts';
import type { Composition, DraftClaim, Span } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { DrawnStatement } from '../drawn-statement.ts';
import { askedOfDrawing } from '../question/asked-of-drawing.ts';
import type { Question } from '../question/question.ts';
import { spanOf } from './compose-drawn.ts';
import { drawnLabels } from './drawn-labels.ts';
import { drawnNetwork } from './drawn-network.ts';
import { pipesStated } from './pipes-stated.ts';
import { readOfPicture } from './read-of-picture.ts';
import { sayDrawn } from './say-drawn.ts';
import { valveMarks } from './valve-marks.ts';
import { valveStateClaim } from './valve-state-claim.ts';
import { surroundings } from './walk.ts';

/** Things around a machine before its valves or breakers; with more, pipes were joined that belong to no machine. */
const MOST_AROUND = 40;

/**
 * The shut-off valves that drawings show nearest to a thing on every pipe, or the breakers on every conductor, as candidates that have to
 * be verified on site; never as a procedure. Undefined where no such things are asked for, or the thing is drawn nowhere.
 */
export async function composeIsolation(evidence: Evidence, access: Access, question: Question): Promise<Composition | undefined> {
  const asked = askedOfDrawing(question);
  const isElectrical = asked?.kinds.includes('breaker-isolation') === true;
  if (asked === undefined || !(isElectrical || asked.kinds.includes('isolation'))) return undefined;
  const labels = await drawnLabels(evidence, access, question, asked.of.folded);
  const network = drawnNetwork(labels, isElectrical ? 'power' : 'pipes');
  const own = network.things.get(asked.of.folded);
  const ownSpan = own === undefined ? undefined : spanOf(own, question.grammar)[0];
  if (own === undefined || ownSpan === undefined) return undefined;
  const { valves, unparted, leaving } = surroundings(network, asked.of.folded);
  const { nothingDrawn, tooMuchDrawn } = drawingPhrasesOf(question.language);
  if (valves.length === 0) return { kind: 'refuse', reason: 'absent', isExact: true, missing: nothingDrawn(asked.of.text), claims: [] };
  if (valves.length + unparted.length > MOST_AROUND)
    return { kind: 'refuse', reason: 'unread-part', isExact: true, missing: tooMuchDrawn(asked.of.text), claims: [] };
  const nameOf = (folded: string): string => network.things.get(folded)?.name ?? folded;
  const spansOf = (folded: readonly string[]): readonly Span[] =>
    folded.flatMap((one) => {
      const thing = network.things.get(one);
      return thing === undefined ? [] : spanOf(thing, question.grammar);
    });
  const say = (drawn: DrawnStatement, spans: readonly [Span, ...Span[]]): DraftClaim => ({
    kind: 'composed',
    text: sayDrawn(drawn, false, question.language),
    spans,
    drawn,
  });
  const spans = [ownSpan, ...spansOf([...valves, ...unparted, ...leaving])] as const;
  const medium = isElectrical ? { isElectrical: true as const } : {};
  const isolation: DrawnStatement = {
    kind: 'isolation',
    of: own.name,
    valves: valves.map(nameOf),
    unparted: unparted.map(nameOf),
    leaving: leaving.map(nameOf),
    basis: pipesStated(spans.map(({ stored }) => stored)) ? 'stated' : 'inferred',
    ...medium,
  };
  const marks = valveMarks(labels, question.grammar);
  const states = valves.flatMap((folded) => {
    const label = network.things.get(folded)?.label;
    const mark = label === undefined ? undefined : marks.get(label);
    return label === undefined || mark === undefined ? [] : [valveStateClaim(nameOf(folded), label, mark, question.language)];
  });
  return {
    kind: 'answer',
    claims: [say(isolation, spans), ...states],
    safety: [say({ kind: 'candidates-only', ...medium, ...readOfPicture(ownSpan.stored) }, [ownSpan])],
    whole: true,
  };
}
