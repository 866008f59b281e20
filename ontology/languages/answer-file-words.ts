import type { Verdict } from '../../kernel/index.ts';

/** Words of an answer on a terminal and in a file, beside those that every answer has. */
export interface AnswerFileWords {
  readonly claims: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Behind the title of a document. */
  readonly revision: (revision: string) => string;
  readonly candidates: string;
  readonly degraded: string;
  /** What was done without, by the names of degradations. */
  readonly lacks: Readonly<Record<string, string>>;
  /** Why that was not there, and whether to ask again, by the names of reasons. */
  readonly lackReasons: Readonly<Record<string, string>>;
  /** Why there is no answer, by the names of reasons. */
  readonly reasons: Readonly<Record<string, string>>;
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
  lacks: {
    'no-graph': 'without the graph',
    'no-index': 'without the search index',
    'no-embedding': 'without nearness of meaning',
    'no-model': 'without a language model',
    deadline: 'in the time there was',
  },
  lackReasons: {
    late: 'It did not answer in the time there was, since this machine is busy: ask again in a moment.',
    busy: 'It is just being made anew or brought up to date: ask again in a minute.',
    away: 'The server that keeps it cannot be reached: ask again when it runs (`faultline doctor`).',
    unreadable: 'It cannot be read where it is kept; asking again does not help: see `faultline doctor`.',
  },
  reasons: {
    absent: 'the documents do not say it',
    'wrong-asset': 'the documents say it of another asset',
    'false-premise': 'the question takes for granted what the documents deny',
    'damaged-source': 'the text that would answer is damaged',
    'unread-part': 'the part that would answer could not be read to its end',
    'not-verified': 'what was found did not pass the checks',
    'not-found': 'nothing was found that could be shown',
    'nothing-read': 'there is no document that you may read',
  },
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
  lacks: {
    'no-graph': '未使用图谱',
    'no-index': '未使用检索索引',
    'no-embedding': '未使用语义相近度',
    'no-model': '未使用语言模型',
    deadline: '受时间所限',
  },
  lackReasons: {
    late: '本机正忙，未能及时响应：请稍后再问。',
    busy: '正在重建或更新：请过一分钟再问。',
    away: '其服务器无法连接：待其运行后再问（`faultline doctor`）。',
    unreadable: '存储处无法读取，再问也无济于事：请运行 `faultline doctor`。',
  },
  reasons: {
    absent: '文档中没有说明',
    'wrong-asset': '文档说的是另一台设备',
    'false-premise': '问题的前提与文档不符',
    'damaged-source': '可作答的文字已损坏',
    'unread-part': '可作答的部分未能读到末尾',
    'not-verified': '找到的内容未通过核对',
    'not-found': '没有找到可展示的内容',
    'nothing-read': '没有您可以查看的文档',
  },
  written: (at) => `由 Faultline 写出，时间 ${at}。`,
  digest: '回答摘要值',
  check: '涉及安全的作业前请核对来源。',
};

export function answerFileWords(language: 'zh' | 'en'): AnswerFileWords {
  return language === 'zh' ? ZH : EN;
}
