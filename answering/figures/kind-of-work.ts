import { type Filter, fold } from '../../kernel/index.ts';
import { OPPOSITE_KINDS, type RecordMeaning, recordPhrases } from '../../ontology/index.ts';
import type { Log, LogColumn } from './log-columns.ts';
import type { Token } from './token.ts';

const KINDS = ['corrective', 'preventive', 'inspection', 'modification'] as const;

/** Rows of a kind of work: by the codes of a column that says so, or by a column of yes and no that is headed by it. */
export function kindOfWork(log: Log, token: Token): Filter | undefined {
  const headed = log.columns.find(
    (column) => isYesNo(column) && token.fields.includes(column.field) && column.names.includes(fold(token.text)),
  );
  if (headed !== undefined) return answers(headed, 'values true');
  const kind = KINDS.find((one) => token.meanings.has(`kind ${one}`));
  if (kind === undefined) return undefined;
  const opposite = kind === 'corrective' || kind === 'preventive' ? OPPOSITE_KINDS[kind] : undefined;
  for (const column of log.columns) {
    const coded = withMeaning(column, `values ${kind}`);
    if (column.field === 'work-type' && coded !== undefined) return coded;
    if (isYesNo(column) && column.names.includes(kind)) return answers(column, 'values true');
    if (isYesNo(column) && opposite !== undefined && column.names.includes(opposite)) return answers(column, 'values false');
  }
  return undefined;
}

function isYesNo({ values }: LogColumn): boolean {
  const known = [...recordPhrases('values true'), ...recordPhrases('values false')];
  return values.length > 0 && values.every((value) => known.includes(fold(value)));
}

function answers(column: LogColumn, meaning: RecordMeaning): Filter | undefined {
  return withMeaning(column, meaning);
}

function withMeaning({ field, values }: LogColumn, meaning: RecordMeaning): Filter | undefined {
  const phrases = recordPhrases(meaning);
  const held = values.filter((value) => phrases.includes(fold(value)));
  return held.length === 0 ? undefined : { kind: 'in', field, values: held };
}
