import type { AggregateQuery, Filter } from '../../kernel/index.ts';
import type { Question } from '../question/question.ts';
import type { Condition } from './condition.ts';
import type { Log } from './log-columns.ts';
import { readConditions } from './read-conditions.ts';
import { type FigureShape, isKind, readMeasure } from './read-measure.ts';
import { readTextConditions } from './read-text-conditions.ts';
import { readTokens } from './read-tokens.ts';
import { type Sentence, startSentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** How a question is understood over the rows of one kind. With words left over it is not understood. */
export interface RowPlan {
  readonly log: Log;
  readonly conditions: readonly Condition[];
  /** Words that stand in no part of the query, as the question has them. */
  readonly left: readonly string[];
}

export interface FigurePlan extends RowPlan {
  /** Undefined where the question does not say what is to be computed. */
  readonly shape: FigureShape | undefined;
}

const EVERYTHING = 1000;

/** Reads a question for a figure over the rows of a log: each of its words is in the plan or left over. */
export function planFigure(question: Question, log: Log): FigurePlan {
  const sentence = startSentence(log, readTokens(question, log), question.grammar);
  const conditions = [...readConditions(sentence), ...readTextConditions(sentence)];
  const shape = readMeasure(sentence);
  return { log, conditions, shape, left: leftOver(sentence, ['form']) };
}

/** Reads a question for rows themselves: how it asks for them is no condition. */
export function planRows(question: Question, log: Log): RowPlan {
  const sentence = startSentence(log, readTokens(question, log), question.grammar);
  const conditions = [...readConditions(sentence), ...readTextConditions(sentence)];
  return { log, conditions, left: leftOver(sentence, ['form', 'history', 'last', 'group', 'count', 'total', 'most']) };
}

function leftOver(sentence: Sentence, asks: readonly Parameters<typeof means>[1][]): string[] {
  const ofKind = (token: Token) => means(token, sentence.log.kind === 'other' ? 'record' : sentence.log.kind, 'record') && isKind(token);
  return sentence.tokens
    .filter((token) => sentence.isFree(token) && !means(token, ...asks) && !ofKind(token) && !means(token, 'group', 'and'))
    .map((token) => token.text);
}

export function whereOf(plan: RowPlan, more: readonly Filter[] = []): Filter {
  return { kind: 'all', filters: [...plan.conditions.map(({ filter }) => filter), ...more] };
}

/** The query of a figure; groups without value are left out of a ranking, and told of in the answer. */
export function queryOf(plan: FigurePlan, shape: FigureShape, more: readonly Filter[]): AggregateQuery {
  const { group, ranked, measure } = shape;
  const named: Filter[] = group === undefined ? [] : [{ kind: 'not', filter: { kind: 'null', field: group.field } }];
  return {
    from: plan.log.kind,
    where: whereOf(plan, [...more, ...named]),
    groupBy: group === undefined ? [] : [group],
    measures: [measure],
    orderBy:
      group === undefined
        ? []
        : ranked === undefined
          ? [{ by: 'group', index: 0, direction: 'ascending' }]
          : [
              { by: 'measure', index: 0, direction: ranked.direction },
              { by: 'group', index: 0, direction: 'ascending' },
            ],
    limit: EVERYTHING,
  };
}
