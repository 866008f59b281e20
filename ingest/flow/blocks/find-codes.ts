import { isUnit } from '../../../kernel/index.ts';
import { speaksOfFaults } from '../../../ontology/index.ts';
import type { FlowEvent, LeadingCode } from './flow-event.ts';

const CODE = /^(?<code>(?:\p{Lu}{1,4}[-_]?)?\d{1,6}\p{Lu}?|0[xX][0-9A-Fa-f]{1,8})(?<gap>\s*[:：]\s*|\s+[-–—]\s+|\s+)(?=[\p{L}\p{N}])/u;
/** Digits of a bare number that is told from a count (`3 bolts`) by its length alone. */
const FEWEST_DIGITS = 3;

type Coded = Extract<FlowEvent, { kind: 'heading' | 'item' }>;

/**
 * Finds the codes that the items of a list or the titles of sibling sections begin with, two at least: all items of the list
 * without a number of their own, or titles of which the words around speak of faults.
 */
export function findCodes(events: readonly FlowEvent[]): readonly FlowEvent[] {
  const codes = new Map<number, LeadingCode>();
  const titles: { at: number; level: number; text: string; below: number[]; said: boolean }[] = [];
  const lists: { items: number[]; ofFault: boolean }[] = [];
  let spoken = '';
  const closeTitle = (): void => {
    const title = titles.pop();
    if (title?.said) keep(title.below, events, true, codes);
  };
  const top: number[] = [];
  events.forEach((event, at) => {
    if (event.kind === 'heading') {
      while ((titles.at(-1)?.level ?? 0) >= event.level) closeTitle();
      (titles.at(-1)?.below ?? top).push(at);
      titles.push({ at, level: event.level, text: event.text, below: [], said: speaksOfFaults(event.text) });
      spoken = '';
    } else if (event.kind === 'open-list') {
      lists.push({ items: [], ofFault: speaksOfFaults(spoken) || titles.some((title) => title.said) });
    } else if (event.kind === 'item') lists.at(-1)?.items.push(at);
    else if (event.kind === 'close-list') {
      const list = lists.pop();
      if (list !== undefined) keep(list.items, events, list.ofFault, codes);
    } else if (event.kind === 'paragraph') {
      spoken = event.text;
      const title = titles.at(-1);
      if (title !== undefined && title.below.length === 0) title.said ||= speaksOfFaults(spoken);
    }
  });
  while (titles.length > 0) closeTitle();
  if (codes.size === 0) return events;
  return events.map((event, at): FlowEvent => {
    const code = codes.get(at);
    return code === undefined || (event.kind !== 'heading' && event.kind !== 'item') ? event : { ...event, code };
  });
}

function keep(places: readonly number[], events: readonly FlowEvent[], ofFault: boolean, codes: Map<number, LeadingCode>): void {
  const found = places.flatMap((at) => {
    const event = events[at];
    if (event === undefined || (event.kind !== 'heading' && event.kind !== 'item')) return [];
    return [{ at, event, code: leadingCode(event, ofFault) }];
  });
  const coded = found.filter(({ code }) => code !== undefined);
  if (coded.length < 2 || (coded.some(({ event }) => event.kind === 'item') && coded.length < found.length)) return;
  for (const { at, code } of coded) if (code !== undefined) codes.set(at, code);
}

/** The code that a title or item begins with, with a sign or enough digits to tell it from a count. */
export function leadingCode(event: Coded, ofFault: boolean): LeadingCode | undefined {
  if (event.kind === 'item' && event.marker !== undefined) return undefined;
  const { code = '', gap = '' } = CODE.exec(event.text)?.groups ?? {};
  if (code === '') return undefined;
  const isSpaced = gap.trim() === '';
  if (isSpaced && event.kind === 'heading') return undefined;
  if (isSpaced && /^\d+$/.test(code) && code.length < FEWEST_DIGITS) return undefined;
  const number = /^\d+\s?/.exec(event.text);
  if (isSpaced && number !== null && isUnit(event.text.slice(number[0].length))) return undefined;
  return { end: code.length, words: code.length + gap.length, ofFault };
}
