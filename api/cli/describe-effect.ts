import type { DecisionEffect } from '../../app/index.ts';
import { assertNever, type Value } from '../../kernel/index.ts';
import { oneLine } from './one-line.ts';

type Of<Kind extends DecisionEffect['kind']> = Extract<DecisionEffect, { kind: Kind }>;
type Reading = Of<'rows'>['samples'][number]['cells'][number]['before'];

/** What a decision would change, in lines; nothing is decided yet. */
export function describeEffect(effect: DecisionEffect): string {
  return `${linesOf(effect).join('\n')}\n`;
}

function linesOf(effect: DecisionEffect): readonly string[] {
  switch (effect.kind) {
    case 'rows':
      return rowsLines(effect);
    case 'things':
      return [...thingLines('now', effect.before), ...thingLines('then', effect.after)];
    case 'text':
      return [`now:  ${oneLine(effect.before)}`, `then: ${oneLine(effect.after)}`, `(${oneLine(effect.title)}, ${effect.passageId})`];
    case 'fact': {
      const { statement, places, counts } = effect;
      return [`${oneLine(statement)}: ${counted(counts.before)} now, ${counted(counts.after)} then (stated in ${places} places)`];
    }
    case 'answer':
      return [effect.isMeasured ? 'It becomes a case to measure by; nothing that is known changes.' : 'Nothing that is known changes.'];
    case 'unread':
      return ['It is asked about no more; nothing that is known changes.'];
    default:
      return assertNever(effect);
  }
}

function rowsLines({ total, documents, rows, looked, changed, faulty, samples }: Of<'rows'>): readonly string[] {
  return [
    `documents read anew: ${total}, rows: ${rows}`,
    ...documents.map((one) => `  ${oneLine(one.title)}${one.rows === undefined ? '' : `  ${one.rows} rows`}`),
    `of ${looked} rows looked at ${changed} would be read otherwise; not read in full: ${faulty.before} now, ${faulty.after} then`,
    ...samples.flatMap(({ cells, fault }) => [
      ...cells.map(({ column, printed, before, after }) => {
        const [now, then] = [readingText(before), readingText(after)];
        return `  ${oneLine(column)} "${oneLine(printed)}": ${now} -> ${then}`;
      }),
      ...(fault.after === undefined || fault.after === fault.before ? [] : [`    not read in full then: ${oneLine(fault.after)}`]),
    ]),
  ];
}

function readingText({ role, text, value }: Reading): string {
  const read = value === undefined ? text : value === null ? 'empty' : valueText(value);
  return `${role ?? 'no known meaning'}, ${oneLine(read)}`;
}

function valueText(value: Value): string {
  switch (value.kind) {
    case 'text':
    case 'identifier':
    case 'concept':
      return value.text;
    case 'number':
      return `number ${value.number}`;
    case 'quantity':
      return `quantity ${value.text}${value.text.endsWith(value.quantity.unit) ? '' : ` ${value.quantity.unit}`}`;
    case 'date':
      return new Date(value.time).toISOString();
    default:
      return assertNever(value);
  }
}

function thingLines(when: string, things: Of<'things'>['before']): readonly string[] {
  return things.map(({ names, facts }) => `${when}: ${names.map(oneLine).join(' = ')} (${facts} facts)`);
}

function counted(counts: boolean): string {
  return counts ? 'counts' : 'does not count';
}
