import { fold } from '../../kernel/index.ts';

const YES = new Set([
  '1',
  '1.0',
  'true',
  'yes',
  'y',
  'supported',
  'faithful',
  'grounded',
  'correct',
  'pass',
  'entailment',
  '是',
  '支持',
  '正确',
  '有',
  '有依据',
  '有幻觉',
  '通过',
]);
const NO = new Set([
  '0',
  '0.0',
  'false',
  'no',
  'n',
  'unsupported',
  'not supported',
  'unfaithful',
  'ungrounded',
  'hallucinated',
  'hallucination',
  'partially supported',
  'contradicted',
  'contradiction',
  'incorrect',
  'fail',
  'neutral',
  '否',
  '不支持',
  '错误',
  '无',
  '没有',
  '无依据',
  '无幻觉',
  '不通过',
]);

/** Whether a field says yes; undefined of other words. An absent field says nothing and is not asked. */
export function readLabel(value: unknown): boolean | undefined {
  const text = fold(String(value)).trim().replace(/[_-]+/gu, ' ');
  if (YES.has(text)) return true;
  return NO.has(text) ? false : undefined;
}
