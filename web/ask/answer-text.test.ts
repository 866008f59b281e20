import { describe, expect, it } from 'vitest';
import type { AnswerContent, Citation } from '../contract.ts';
import { speak } from '../languages/speak.ts';
import { answerText } from './answer-text.ts';
import { describePlace } from './describe-place.ts';
import { groupSources } from './group-sources.ts';

const citation = (page: number, versionId = 'v1'): Citation => ({
  documentId: 'd',
  versionId,
  title: 'Manual',
  documentNumber: 'OM-1',
  revision: 'D',
  passageId: `p${page}`,
  start: 0,
  end: 5,
  quote: 'Seal\t41 N·m',
  anchors: [{ kind: 'page', page, boxes: [] }],
});
const claim = (text: string, ...citations: [number, ...number[]]) =>
  ({ kind: 'quote', text, verdict: 'supported', checks: [], citations }) as const;
const CONTENT: AnswerContent = {
  decision: 'answered',
  intent: 'specification',
  language: 'en',
  mode: 'extractive',
  claims: [claim('Torque: 41 N·m', 0, 1)],
  citations: [citation(4), citation(9)],
  conflicts: [{ winner: 0, other: 1, text: 'Torque: 37 N·m' }],
  safety: [claim('WARNING\nHot water.', 1)],
  missing: '',
  candidates: [],
  degraded: [],
};

describe('an answer as text', () => {
  it('has the warnings before the sentences, each with its sources, and says what disagrees', () => {
    expect(answerText(speak('en'), 'What torque?', CONTENT)).toBe(
      [
        'What torque?',
        '',
        'Answered from the documents',
        '',
        'Safety: read before you act',
        '! WARNING Hot water. [2]',
        '',
        '- Torque: 41 N·m [1][2]',
        '',
        'The documents disagree: Torque: 41 N·m [1] ≠ Torque: 37 N·m [2]',
        '',
        'Sources',
        '[1] Manual · OM-1 · Rev. D · page 4: “Seal | 41 N·m”',
        '[2] Manual · OM-1 · Rev. D · page 9: “Seal | 41 N·m”',
        '',
        'Quotation: the words of the cited documents, with figures and notes by program; nothing is worded by a language model.',
        'Put together by Faultline from the cited documents. Check the source before safety-relevant work.',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['en', '- The seal takes 41 N·m. [1] (AI-generated)', 'AI-generated: sentences marked so'],
    ['zh', '- The seal takes 41 N·m. [1] (AI生成)', 'AI生成：标有'],
  ] as const)('marks sentences of a model, and says below that there are some: %s', (language, marked, notice) => {
    const worded = { ...claim('The seal takes 41 N·m.', 0), worded: true } as const;
    const text = answerText(speak(language), '?', { ...CONTENT, mode: 'model', claims: [worded, claim('Seal: 41 N·m', 0)] });
    expect(text).toContain(`${marked}\n- Seal: 41 N·m [1]\n`);
    expect(text).toContain(`\n${notice}`);
  });

  it('says why there is none', () => {
    const refused = { ...CONTENT, decision: 'abstained', reason: 'wrong-asset', missing: 'Only of P-101A.', claims: [] } as const;
    const text = answerText(speak('zh'), '力矩？', refused);
    expect(text).toContain('未作回答\n文档说的是另一台设备\nOnly of P-101A.');
  });
});

describe('the place of a citation', () => {
  it.each([
    [[{ kind: 'page', page: 4, boxes: [] }], 'page 4', '第 4 页'],
    [
      [{ kind: 'row', sheet: 'Log', row: 48, line: 49, column: 'Date' }],
      'sheet Log, row 48, line 49, column Date',
      '工作表 Log, 第 48 行记录, 文件第 49 行, 列 Date',
    ],
    [[{ kind: 'block', path: 'section/2/table/1/row/3', start: 0, end: 3 }], 'section 2, table 1, row 3', '第 2 节, 表 1, 第 3 行'],
    [[{ kind: 'block', path: 'section/0/step/1', start: 0, end: 3 }], 'step 1', '第 1 步'],
    [[{ kind: 'block', path: 'section/3/heading', start: 0, end: 3 }], 'section 3', '第 3 节'],
    [[{ kind: 'row', sheet: '', row: 2, column: 'column 1' }], 'row 2, column 1', '第 2 行记录, 第 1 列'],
    [[{ kind: 'block', path: 'body/p[2]', start: 0, end: 3 }], 'body/p[2]', 'body/p[2]'],
  ] as const)('is said in the language of the page: %j', (anchors, en, zh) => {
    expect([describePlace(speak('en'), anchors), describePlace(speak('zh'), anchors)]).toEqual([en, zh]);
  });

  it('calls a section by its printed title where that is known', () => {
    const anchors = [{ kind: 'block', path: 'section/3/table/1/row/2', start: 0, end: 3 }] as const;
    expect(describePlace(speak('en'), anchors, '2 Lubrication')).toBe('section “2 Lubrication”, table 1, row 2');
    expect(describePlace(speak('zh'), anchors, '2 润滑')).toBe('“2 润滑”一节, 表 1, 第 2 行');
  });

  it('is said once, and so is each document', () => {
    const groups = groupSources([citation(4), citation(9), citation(4), citation(1, 'v2')], ({ anchors }) =>
      describePlace(speak('en'), anchors),
    );
    expect(groups.map(({ citation: { versionId }, places }) => [versionId, places])).toEqual([
      [
        'v1',
        [
          { place: 'page 4', indexes: [0, 2] },
          { place: 'page 9', indexes: [1] },
        ],
      ],
      ['v2', [{ place: 'page 1', indexes: [3] }]],
    ]);
  });
});
