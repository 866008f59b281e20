import type { ColumnRole } from '../../kernel/index.ts';
import { CONTEXT_WORDS, type ContextWord } from '../vocabularies/column-headers.ts';

/**
 * Role of a header that means nothing alone (`Description`, `项目`, `Code`, `S`), from the roles already found, the other
 * headers and the cells of the column.
 */
export function contextRole(
  name: string,
  roles: readonly (ColumnRole | undefined)[],
  names: readonly string[],
  cells: readonly string[],
): ColumnRole | undefined {
  const has = (...wanted: readonly ColumnRole[]) => wanted.some((role) => roles.includes(role));
  const hasWord = (...words: readonly ContextWord[]) => names.some((other) => words.some((word) => CONTEXT_WORDS.get(other) === word));
  const rating = ratingRole(name, names, has('failure-mode', 'effect', 'risk-priority'));
  if (rating !== undefined) return rating;
  const isOrder = has('order-number') || (has('date') && (has('text', 'work-type', 'cost', 'duration') || hasWord('description')));
  const isParts = has('part-number', 'quantity', 'part-name');
  const isAlarm = has('alarm-code', 'alarm-text') || (hasWord('code') && (has('cause', 'remedy', 'alarm-state') || hasWord('fault')));
  switch (CONTEXT_WORDS.get(name)) {
    case 'description':
      if (isAlarm) return 'alarm-text';
      if (isOrder) return has('text') ? undefined : 'text';
      if (isParts) return 'part-name';
      if (has('step')) return 'task';
      if (has('interval')) return 'task';
      if (has('value')) return has('parameter') ? 'note' : 'parameter';
      return has('term', 'parameter', 'component') ? 'definition' : undefined;
    case 'code':
      if (isAlarm || has('cause', 'remedy')) return 'alarm-code';
      if (isParts || has('tool')) return 'part-number';
      return isOrder ? 'order-number' : undefined;
    case 'item':
      if (isParts) return has('part-name') || mostlyNumbers(cells) ? 'position' : 'part-name';
      if (has('interval')) return mostlyNumbers(cells) ? 'position' : has('task') ? 'component' : 'task';
      if (has('value', 'unit', 'tolerance')) return mostlyNumbers(cells) ? 'position' : 'parameter';
      if (has('torque', 'failure-mode')) return mostlyTags(cells) ? 'asset' : 'component';
      return mostlyNumbers(cells) ? 'position' : undefined;
    case 'action':
      if (has('severity', 'risk-priority')) return 'action';
      if (isOrder) return 'activity';
      if (has('step')) return 'task';
      return isAlarm || has('symptom', 'cause') || hasWord('fault') ? 'remedy' : undefined;
    case 'fault':
      if (has('symptom')) return has('cause') ? undefined : 'cause';
      if (isOrder || has('date')) return has('text') ? undefined : 'text';
      if (has('alarm-code')) return 'alarm-text';
      if (has('effect', 'severity', 'mechanism')) return 'failure-mode';
      return has('cause', 'remedy', 'check') || hasWord('action') ? 'symptom' : undefined;
    case 'level':
      return isAlarm ? 'priority' : undefined;
    case 'kind':
      return isOrder ? 'work-type' : undefined;
    case 'part':
      return isParts ? 'part-name' : 'component';
    default:
      return undefined;
  }
}

/** `S`, `O`, `D` head the ratings of an FMEA only together or beside its other columns. */
function ratingRole(name: string, names: readonly string[], isAnalysis: boolean): ColumnRole | undefined {
  if (!isAnalysis && !['s', 'o', 'd'].every((letter) => names.includes(letter))) return undefined;
  if (name === 's') return 'severity';
  if (name === 'o') return 'occurrence';
  return name === 'd' ? 'detection' : undefined;
}

function mostlyTags(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.normalize('NFKC').trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => /^\p{Lu}{1,6}-?\d{2,6}\p{Lu}?$/u.test(cell)).length * 2 > filled.length;
}

function mostlyNumbers(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => /^[\d.\-()]+$/.test(cell)).length * 2 > filled.length;
}
