import type { Words } from './html-text.ts';
import { WORDS } from './report-words.ts';

const OUTCOMES: Readonly<Record<string, string>> = {
  'partly-supported': '部分有依据',
  right: '正确',
  wrong: '错误',
  given: '已给出',
  'not answered': '未作答',
  'not-found': '未找到',
  changed: '有变化',
  unchanged: '无变化',
  flagged: '已报警',
  'let through': '未报警',
  measured: '已测量',
  'as made': '与生成一致',
};

/** What became of a case in both languages; a word of a suite that is not known stays as it is. */
export function outcomeWords(outcome: string): Words {
  if (outcome in WORDS) return WORDS[outcome as keyof typeof WORDS];
  const rank = /^rank (\d+)$/u.exec(outcome)?.[1];
  return { zh: OUTCOMES[outcome] ?? (rank === undefined ? outcome : `第 ${rank} 位`), en: outcome };
}
