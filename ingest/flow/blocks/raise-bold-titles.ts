import { stepMarker, warningSignal } from '../../../ontology/index.ts';
import { admonitionKind } from './admonition.ts';
import { depthStep, type FlowEvent } from './flow-event.ts';

/** UTF-16 units of the longest bold line that is read as a title; in Chinese, which needs fewer signs, half as many. */
const LONGEST_TITLE = 80;
const SENTENCE = /[.。!！;；,，]$|[。！；，]|[.!;]\s/u;
const COLON = /[:：]$/u;

/**
 * Makes a heading, one level below the section it stands in, of each short paragraph that is bold as a whole and has text of its
 * own below it. Sentences and notes in bold are none; a line that ends in a colon before a list or table introduces that, but for
 * one that follows such a title: what it introduces is no part of that title's text.
 */
export function raiseBoldTitles(events: readonly FlowEvent[]): readonly FlowEvent[] {
  let depth = 0;
  let level = 0;
  let isRaised = false;
  return events.map((event, at): FlowEvent => {
    depth += depthStep(event);
    if (event.kind === 'heading') {
      level = event.level;
      isRaised = false;
    } else if (event.kind === 'part' && !event.goesOn) level = 0;
    if (depth > 0 || !isBoldTitle(event)) return event;
    const next = events.slice(at + 1, at + 20).find((later) => later.kind !== 'exclude');
    if (next === undefined || next.kind === 'heading' || next.kind === 'part' || isBoldTitle(next)) return event;
    if (!isRaised && COLON.test(event.text) && isListed(next)) return event;
    isRaised = true;
    return { kind: 'heading', level: level + 1, text: event.text };
  });
}

export function isBoldTitle(event: FlowEvent): event is Extract<FlowEvent, { kind: 'paragraph' }> {
  if (event.kind !== 'paragraph' || event.text === '' || event.bold < event.text.length) return false;
  const { text } = event;
  const longest = /\p{sc=Han}/u.test(text) ? LONGEST_TITLE / 2 : LONGEST_TITLE;
  if (text.length > longest || text.includes('\n') || !/\p{L}/u.test(text) || SENTENCE.test(text)) return false;
  if (warningSignal(text) !== undefined || stepMarker(text) !== undefined) return false;
  return admonitionKind(/^[^:：\s]*/u.exec(text)?.[0] ?? '') === undefined;
}

function isListed(event: FlowEvent): boolean {
  if (event.kind === 'open-list' || event.kind === 'table' || event.kind === 'field' || event.kind === 'caption') return true;
  return event.kind === 'paragraph' && stepMarker(event.text) !== undefined;
}
