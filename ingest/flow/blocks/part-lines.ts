import { inlineSteps } from '../../../ontology/index.ts';
import { joinLines } from '../../clean/read-text.ts';
import { isShortField } from './field.ts';
import type { FlowEvent } from './flow-event.ts';

type Text = Extract<FlowEvent, { kind: 'paragraph' | 'item' }>;

/**
 * Parts what the markup holds as one text but a reader sees as several: lines of which each is a field (`key: value`), and steps
 * that are counted within one line (`1）…2）…3）…`). Other line ends are those of wrapped text and are joined.
 */
export function partLines(events: readonly FlowEvent[]): readonly FlowEvent[] {
  return events.flatMap((event) => (event.kind === 'paragraph' || event.kind === 'item' ? part(event) : [event]));
}

function part(event: Text): readonly FlowEvent[] {
  const lines = event.text.split('\n').filter((line) => line.trim() !== '');
  if (event.kind === 'paragraph' && lines.length > 1) {
    const [first = '', ...rest] = lines;
    const led = /[:：]$/u.test(first.trim());
    if ((led ? rest : lines).every((line) => isShortField(line.trim()))) {
      return lines.map((line) => ({ kind: 'paragraph', text: line.trim(), bold: 0 }));
    }
  }
  if (event.wrapped !== true) return partSteps(event);
  const text = joinLines(event.text).trim();
  const isBold = event.bold >= event.text.length;
  return partSteps({ ...event, text, bold: isBold ? text.length : joinLines(event.text.slice(0, event.bold)).length });
}

function partSteps(event: Text): readonly FlowEvent[] {
  const found = inlineSteps(event.text);
  const [first] = found;
  if (first === undefined) return [event];
  const lead = event.text.slice(0, first.start).trim();
  const steps = found.map(({ start }, index): FlowEvent => {
    return { kind: 'item', text: event.text.slice(start, found[index + 1]?.start).trim(), bold: 0 };
  });
  const list: readonly FlowEvent[] = [{ kind: 'open-list' }, ...steps, { kind: 'close-list' }];
  const kept: FlowEvent = { ...event, text: lead, bold: Math.min(event.bold, lead.length) };
  return lead === '' && (event.kind === 'paragraph' || event.marker === undefined) ? list : [kept, ...list];
}
