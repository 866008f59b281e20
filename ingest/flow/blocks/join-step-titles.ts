import { stepTitle } from '../../../ontology/index.ts';
import { depthStep, type FlowEvent } from './flow-event.ts';

interface StepTitle {
  readonly level: number;
  readonly number: number | undefined;
  readonly marker: string;
}

/**
 * Makes a list of each run of sibling titles `Step 1: …`, `Step 2: …` (`第一步`, `步骤 2`): the titles are its items, what stands
 * below each is part of the list. Each keeps the depth of its title, by which it is a section too. A run that holds titles of other
 * kinds stays as sections.
 */
export function joinStepTitles(events: readonly FlowEvent[]): readonly FlowEvent[] {
  const written: FlowEvent[] = [];
  let at = 0;
  let depth = 0;
  while (at < events.length) {
    const run = runFrom(events, at);
    if (run === undefined) {
      const event = events[at];
      if (event !== undefined) {
        written.push(event);
        depth += depthStep(event);
      }
      at += 1;
      continue;
    }
    const inside = events.slice(at, run.end);
    const from = at;
    if (run.isList) {
      written.push({ kind: 'open-list' });
      for (const [index, event] of inside.entries()) written.push(asItem(event, run.titles.get(from + index), depth === 0));
      written.push({ kind: 'close-list' });
    } else for (const event of inside) written.push(event);
    // A run that is none may end within a list or box that began in it.
    depth += inside.reduce((sum, event) => sum + depthStep(event), 0);
    at = run.end;
  }
  return written;
}

/** `isSection`: it stands in no list and no box, where titles head no sections. */
function asItem(event: FlowEvent, title: StepTitle | undefined, isSection: boolean): FlowEvent {
  if (title === undefined || event.kind !== 'heading') return event;
  return { kind: 'item', text: event.text, marker: title.marker, bold: 0, ...(isSection ? { title: title.level } : {}) };
}

interface StepRun {
  readonly titles: ReadonlyMap<number, StepTitle>;
  readonly end: number;
  /** At least two steps that count on, with no other title between them and none below the last. */
  readonly isList: boolean;
}

/** The sibling titles of steps from the one at a place on, up to the first title that is none of them. */
function runFrom(events: readonly FlowEvent[], at: number): StepRun | undefined {
  const first = stepAt(events, at);
  if (first === undefined) return undefined;
  const titles = new Map([[at, first]]);
  let last = first;
  let depth = 0;
  let end = at + 1;
  for (; end < events.length; end += 1) {
    const event = events[end];
    if (event === undefined) break;
    depth += depthStep(event);
    if (depth < 0) break;
    if (event.kind !== 'heading') continue;
    const next = depth === 0 ? stepAt(events, end) : undefined;
    if (next === undefined || next.level !== first.level || !countsOn(last, next)) break;
    titles.set(end, next);
    last = next;
  }
  const closing = events[end];
  const isDeeper = closing?.kind === 'heading' && closing.level > first.level;
  return { titles, end, isList: titles.size >= 2 && !isDeeper };
}

function stepAt(events: readonly FlowEvent[], at: number): StepTitle | undefined {
  const event = events[at];
  if (event?.kind !== 'heading') return undefined;
  const found = stepTitle(event.text);
  return found === undefined ? undefined : { level: event.level, number: found.number, marker: found.marker };
}

function countsOn(before: StepTitle, after: StepTitle): boolean {
  return before.number !== undefined && after.number === before.number + 1;
}
