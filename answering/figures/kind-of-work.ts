import { type Filter, fold } from '../../kernel/index.ts';
import { OPPOSITE_KINDS, type RecordMeaning, recordPhrases, WORK_KINDS, workKindOf } from '../../ontology/index.ts';
import type { Log, LogColumn } from './log-columns.ts';
import type { Token } from './token.ts';

/** Rows of a kind of work: by the codes or words of a column that says so, or by a column of yes and no that is headed by it. */
export function kindOfWork(log: Log, token: Token): Filter | undefined {
  const headed = log.columns.find(
    (column) => isYesNo(column) && token.fields.includes(column.field) && column.names.includes(fold(token.text)),
  );
  if (headed !== undefined) return withMeaning(headed, 'values true');
  const kind = WORK_KINDS.find((one) => token.meanings.has(`kind ${one}`));
  if (kind === undefined) return undefined;
  const opposite = kind === 'corrective' || kind === 'preventive' ? OPPOSITE_KINDS[kind] : undefined;
  for (const column of log.columns) {
    const held = column.field === 'work-type' ? column.values.filter((value) => workKindOf(value) === kind) : [];
    if (held.length > 0) return { kind: 'in', field: column.field, values: held };
    if (isYesNo(column) && column.names.includes(kind)) return withMeaning(column, 'values true');
    if (isYesNo(column) && opposite !== undefined && column.names.includes(opposite)) return withMeaning(column, 'values false');
  }
  return undefined;
}

function isYesNo({ values }: LogColumn): boolean {
  const known = [...recordPhrases('values true'), ...recordPhrases('values false')];
  return values.length > 0 && values.every((value) => known.includes(fold(value)));
}

function withMeaning({ field, values }: LogColumn, meaning: RecordMeaning): Filter | undefined {
  const phrases = recordPhrases(meaning);
  const held = values.filter((value) => phrases.includes(fold(value)));
  return held.length === 0 ? undefined : { kind: 'in', field, values: held };
}
