import { type FigureShape, freeTokens, groupField, isKind } from './figure-shape.ts';
import { readGroup } from './read-group.ts';
import type { Sentence } from './sentence.ts';
import { means } from './token.ts';

/** `which assets have more than 20 tickets`, 次数超过20次的设备有哪些: groups whose count meets a bound. Undefined where none is asked for. */
export function readHaving(sentence: Sentence): FigureShape | undefined {
  const { tokens } = sentence;
  const at = tokens.findIndex(
    (token, place) =>
      sentence.isFree(token) &&
      token.quantity !== undefined &&
      token.quantity.comparator !== '=' &&
      token.quantity.comparator !== '~' &&
      COUNTED.has(token.quantity.dimension) &&
      (isKind(tokens[place + 1]) || means(tokens[place - 1], 'count')),
  );
  const bound = tokens[at]?.quantity;
  if (bound === undefined || bound.comparator === '=' || bound.comparator === '~') return undefined;
  const asks = freeTokens(sentence).some((token) => means(token, 'group', 'list', 'each'));
  if (!asks || !freeTokens(sentence).some((token) => !isKind(token) && groupField(sentence, token) !== undefined)) return undefined;
  sentence.take(tokens[at]);
  const group = readGroup(sentence, true);
  if (group === undefined) return undefined;
  sentence.take(...freeTokens(sentence).filter((token) => means(token, 'count', 'list')));
  return {
    measure: { kind: 'count' },
    group,
    having: { operator: bound.comparator, value: bound.low },
    ranked: { direction: 'descending', wanted: Number.POSITIVE_INFINITY, word: '' },
  };
}

/** How often something was is no length of time and no amount. */
const COUNTED: ReadonlySet<string> = new Set(['none', 'cycles']);
