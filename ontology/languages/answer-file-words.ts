import type { Verdict } from '../../kernel/index.ts';

/** Words of a file of an answer beside those that every answer has. */
export interface AnswerFileWords {
  readonly claims: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Behind the title of a document. */
  readonly revision: (revision: string) => string;
  readonly candidates: string;
  readonly degraded: string;
  /** `at` is an instant as it is written everywhere: 2026-01-31 08:00 UTC. */
  readonly written: (at: string) => string;
  readonly digest: string;
  readonly check: string;
}

const EN: AnswerFileWords = {
  claims: 'What the documents say',
  verdicts: {
    supported: 'supported by its source',
    contradicted: 'contradicted by its source',
    unsupported: 'not said by its source',
    miscited: 'said elsewhere than cited',
    'not-checked': 'not checked',
  },
  revision: (revision) => `revision ${revision}`,
  candidates: 'What may be meant',
  degraded: 'Answered with less than usual',
  written: (at) => `Written by Faultline at ${at}.`,
  digest: 'Digest of the answer',
  check: 'Check the source before safety-relevant work.',
};

const ZH: AnswerFileWords = {
  claims: '文档内容',
  verdicts: {
    supported: '来源支持',
    contradicted: '与来源矛盾',
    unsupported: '来源未说明',
    miscited: '出处有误',
    'not-checked': '未核对',
  },
  revision: (revision) => `版本 ${revision}`,
  candidates: '可能所指',
  degraded: '回答时可用的资源少于平常',
  written: (at) => `由 Faultline 写出，时间 ${at}。`,
  digest: '回答摘要值',
  check: '涉及安全的作业前请核对来源。',
};

export function answerFileWords(language: 'zh' | 'en'): AnswerFileWords {
  return language === 'zh' ? ZH : EN;
}
