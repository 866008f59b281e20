import { stepTitle } from '../../../ontology/index.ts';
import { depthStep, type FlowEvent } from './flow-event.ts';

interface StepTitle {
  readonly at: number;
  readonly level: number;
  readonly number: number | undefined;
  readonly marker: string;
  readonly length: number;
}

/**
 * Makes a list of each run of sibling titles `Step 1: …`, `Step 2: …` (`第一步`, `步骤 2`): the titles are its items, what stands
 * below each is part of the list. A run that holds titles of other kinds stays as sections.
 */
export function joinStepTitles(events: readonly FlowEvent[]): readonly FlowEvent[] {
  const written: FlowEvent[] = [];
  let at = 0;
  while (at < events.length) {
    const run = runFrom(events, at);
    if (run === undefined) {
      const event = events[at];
      if (event !== undefined) written.push(event);
      at += 1;
      continue;
    }
    written.push({ kind: 'open-list' });
    for (let inside = at; inside < run.end; inside += 1) {
      const title = run.titles.find((step) => step.at === inside);
      const event = events[inside];
      if (event === undefined) continue;
      if (title === undefined || event.kind !== 'heading') written.push(event);
      else {
        const words = title.length < event.text.length ? event.text.slice(title.length) : event.text;
        written.push({ kind: 'item', text: words, marker: title.marker, bold: 0 });
      }
    }
    written.push({ kind: 'close-list' });
    at = run.end;
  }
  return written;
}

/** The run that a title opens: at least two steps that count on, with no other title between them and none below the last. */
function runFrom(events: readonly FlowEvent[], at: number): { readonly titles: readonly StepTitle[]; readonly end: number } | undefined {
  const first = stepAt(events, at);
  if (first === undefined) return undefined;
  const titles = [first];
  let depth = 0;
  let end = at + 1;
  for (; end < events.length; end += 1) {
    const event = events[end];
    if (event === undefined) break;
    depth += depthStep(event);
    if (depth < 0) break;
    if (event.kind !== 'heading') continue;
    const next = depth === 0 ? stepAt(events, end) : undefined;
    const last = titles.at(-1);
    if (next === undefined || last === undefined || next.level !== first.level || !countsOn(last, next)) break;
    titles.push(next);
  }
  const closing = events[end];
  const isDeeper = closing?.kind === 'heading' && closing.level > first.level;
  return titles.length < 2 || isDeeper ? undefined : { titles, end };
}

function stepAt(events: readonly FlowEvent[], at: number): StepTitle | undefined {
  const event = events[at];
  if (event?.kind !== 'heading') return undefined;
  const found = stepTitle(event.text);
  return found === undefined ? undefined : { at, level: event.level, ...found };
}

function countsOn(before: StepTitle, after: StepTitle): boolean {
  return before.number !== undefined && after.number === before.number + 1;
}
