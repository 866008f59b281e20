import type { AnswerRow } from './answer-row.ts';
import { FIELD_ROLES, type FieldRole, rolesOf } from './field-names.ts';
import { readContexts } from './read-contexts.ts';
import { readLabel } from './read-label.ts';

export type ReadRow =
  | { readonly kind: 'row'; readonly row: AnswerRow; readonly problem?: string }
  | { readonly kind: 'unread'; readonly problem: string };

/** Makes an answer of named fields, or says what it lacks. @param place where it stands, as people count. */
export function rowOfFields(
  fields: Readonly<Record<string, unknown>>,
  place: string,
  said: Partial<Readonly<Record<FieldRole, string>>>,
): ReadRow {
  const roles = rolesOf(Object.keys(fields), said);
  const there = `its fields are ${Object.keys(fields).join(', ')}`;
  const fieldOf = (role: FieldRole) => fields[roles[role][0] ?? ''];
  const unread = (why: string): ReadRow => ({ kind: 'unread', problem: `${place}: ${why}` });

  const lacking = FIELD_ROLES.find((role) => said[role] !== undefined && roles[role].length === 0);
  if (lacking !== undefined) return unread(`has no field "${said[lacking]}", which --${lacking} names; ${there}`);
  const answer = fieldOf('answer');
  if (answer === undefined) return unread(`has no answer; ${there}; name it by --answer`);
  if (typeof answer !== 'string') return unread('its answer is no text');
  if (answer.trim() === '') return unread('its answer is empty, so there is nothing to hold against its contexts');
  const question = fieldOf('question');
  if (Array.isArray(question)) return unread('its question is a list of turns; give each answer a row with the question it answers');
  const contexts = roles.contexts.map((name) => readContexts(fields[name]));
  if (contexts.some((texts) => texts === undefined)) return unread('its contexts are no texts');
  const texts = contexts.flatMap((one) => one ?? []).filter((text) => text.trim() !== '');
  if (texts.length === 0)
    return unread(roles.contexts.length === 0 ? `has no field of contexts; ${there}; name it by --contexts` : 'its contexts are empty');

  const reference = fieldOf('reference');
  const form = fieldOf('form');
  const { isSupported, problem } = labelOf(fieldOf('label'), fieldOf('fault'));
  return {
    kind: 'row',
    row: {
      id: isSaid(fieldOf('id')) ? String(fieldOf('id')) : place,
      place,
      answer,
      contexts: texts,
      ...(typeof question === 'string' && question.trim() !== '' ? { question } : {}),
      ...(isSaid(reference) ? { reference: (readContexts(reference) ?? []).join('\n') } : {}),
      ...(isSaid(form) ? { form: String(form) } : {}),
      ...(isSupported === undefined ? {} : { isSupported }),
    },
    ...(problem === undefined ? {} : { problem: `${place}: ${problem}` }),
  };
}

function labelOf(label: unknown, fault: unknown): { readonly isSupported?: boolean; readonly problem?: string } {
  const [value, isFault] = isSaid(label) ? [label, false] : [fault, true];
  if (!isSaid(value)) return {};
  const says = readLabel(value);
  if (says === undefined) return { problem: `its label "${String(value)}" is neither yes nor no; it is scored without one` };
  return { isSupported: isFault ? !says : says };
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && String(value).trim() !== '';
}
