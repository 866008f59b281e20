import { findQuantities, type Quantity, type TagGrammar, unitFacts } from '../../kernel/index.ts';
import type { LogColumn } from './log-columns.ts';

/** What a number of the question is multiplied by to be one of the column; undefined where nobody can say. */
export function scaleTo({ field, unit }: LogColumn, { dimension, unit: asked }: Quantity, grammar: TagGrammar): number | undefined {
  if (dimension === 'none' || asked === unit) return 1;
  if (unit === undefined) return dimension === 'money' && field === 'cost' ? 1 : undefined;
  const [ownFacts, askedFacts] = [unitFacts(unit), unitFacts(asked)];
  if (dimension === 'money' && ownFacts?.currency !== undefined && askedFacts?.currency !== undefined)
    return ownFacts.currency === askedFacts.currency ? askedFacts.factor / ownFacts.factor : undefined;
  const [own] = findQuantities(`1 ${unit}`, grammar);
  const [other] = findQuantities(`1 ${asked}`, grammar);
  if (own === undefined || other === undefined || own.quantity.dimension !== dimension || dimension === 'temperature') return undefined;
  if (dimension === 'money') return own.quantity.unit === other.quantity.unit ? 1 : undefined;
  return other.quantity.si.low / own.quantity.si.low;
}
