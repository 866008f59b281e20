import type { ColumnRole } from '../../kernel/index.ts';
import type { Intent } from '../question/question.ts';

/** Which cells of a row have to match the question and which ones answer it, by intent. */
export interface RowIntent {
  /** Cells the subject must be found in; absent: every cell that does not answer. */
  readonly key?: readonly ColumnRole[];
  readonly answer: readonly ColumnRole[];
  /** A value of the asked kind answers too, whatever its column is called. */
  readonly quantities?: boolean;
  /** All matching rows answer (the causes of a symptom), not one. */
  readonly several?: boolean;
}

const FAULT: readonly ColumnRole[] = ['symptom', 'alarm-code', 'alarm-text', 'component', 'failure-mode', 'effect'];

export const ROW_INTENTS: Readonly<Partial<Record<Intent, RowIntent>>> = {
  'cause-of-symptom': { key: FAULT, answer: ['cause', 'mechanism'], several: true },
  remedy: { key: [...FAULT, 'cause'], answer: ['remedy', 'action', 'control', 'check'], several: true },
  'next-check': { key: [...FAULT, 'cause'], answer: ['check', 'remedy', 'action'], several: true },
  'alarm-code': {
    key: ['alarm-code'],
    answer: ['alarm-text', 'cause', 'remedy', 'action', 'priority', 'value', 'alarm-state', 'effect', 'condition'],
  },
  specification: { answer: ['value', 'torque', 'interval', 'tolerance'], quantities: true },
  'part-or-tool': { answer: ['part-number', 'tool', 'quantity'] },
  definition: { key: ['term', 'alarm-code'], answer: ['definition', 'alarm-text'] },
};
