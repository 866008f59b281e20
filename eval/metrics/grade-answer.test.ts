import { describe, expect, it } from 'vitest';
import type { AnswerContent } from '../../answering/index.ts';
import type { GoldQuestion } from '../../datasets/index.ts';
import { makeDocumentId, makePassageId, makeVersionId, type TenantId } from '../../kernel/index.ts';
import { gradeAnswer } from './grade-answer.ts';

const DOCUMENT = makeDocumentId('plant' as TenantId, 'manual');
const VERSION = makeVersionId(DOCUMENT, 'bytes');
const BOX = { x0: 10, y0: 10, x1: 60, y1: 20 };
const fileOf = (id: string) => (id === DOCUMENT ? 'manual.pdf' : undefined);

const GOLD: GoldQuestion = {
  id: 'q1',
  language: 'zh',
  intent: 'specification',
  question: '力矩是多少？',
  answerable: true,
  atoms: [{ kind: 'quantity', value: '45 N·m', alternatives: [] }],
  gold: [{ file: 'manual.pdf', page: 2, boxes: [BOX], quote: '45 N·m' }],
};

function answered(text: string, box = BOX): AnswerContent {
  return {
    decision: 'answered',
    intent: 'specification',
    language: 'zh',
    mode: 'extractive',
    claims: [{ kind: 'quote', text, citations: [0], verdict: 'supported', checks: [] }],
    citations: [
      {
        documentId: DOCUMENT,
        versionId: VERSION,
        title: '手册',
        passageId: makePassageId(VERSION, 'table-row', '[]', text),
        start: 0,
        end: text.length,
        quote: text,
        anchors: [{ kind: 'page', page: 2, boxes: [box] }],
      },
    ],
    conflicts: [],
    safety: [],
    missing: '',
    candidates: [],
    degraded: [],
  };
}
const refused = (reason: 'absent' | 'wrong-asset'): AnswerContent => ({
  ...answered(''),
  decision: 'abstained',
  reason,
  claims: [],
  citations: [],
});

describe('gradeAnswer', () => {
  it('is right with all atoms and a citation over the gold box, whatever the unit is written like', () => {
    expect(gradeAnswer(GOLD, answered('拧紧力矩: 45 牛·米'), fileOf).kind).toBe('right');
    expect(gradeAnswer(GOLD, answered('不超过 45 N·m'), fileOf).kind).toBe('right');
  });

  it('is wrong with another value, another place or another document', () => {
    expect(gradeAnswer(GOLD, answered('46 N·m'), fileOf).kind).toBe('wrong');
    expect(gradeAnswer(GOLD, answered('45 N·m', { ...BOX, y0: 300, y1: 310 }), fileOf)).toEqual({
      kind: 'wrong',
      why: 'cites another place',
    });
    expect(gradeAnswer(GOLD, answered('45 N·m'), () => 'other.pdf').kind).toBe('wrong');
  });

  it('tells an abstention from a refusal and a wrong reason from the right one', () => {
    expect(gradeAnswer(GOLD, refused('absent'), fileOf).kind).toBe('abstained');
    const unanswerable: GoldQuestion = { ...GOLD, answerable: false, reason: 'absent', atoms: [], gold: [] };
    expect(gradeAnswer(unanswerable, refused('absent'), fileOf).kind).toBe('refused');
    expect(gradeAnswer(unanswerable, refused('wrong-asset'), fileOf).kind).toBe('misrefused');
    expect(gradeAnswer(unanswerable, answered('45 N·m'), fileOf).kind).toBe('wrong');
  });

  it('asks for all places of one file where every place is needed', () => {
    const second = { file: 'manual.pdf', page: 2, boxes: [{ ...BOX, y0: 40, y1: 50 }], quote: '45 N·m' };
    const every: GoldQuestion = { ...GOLD, gold: [...GOLD.gold, second], every: true };
    expect(gradeAnswer(every, answered('45 N·m'), fileOf).kind).toBe('wrong');
    expect(gradeAnswer(every, answered('45 N·m', { ...BOX, y1: 50 }), fileOf).kind).toBe('right');
  });

  it('takes a figure from the computed rows', () => {
    const count: GoldQuestion = { ...GOLD, atoms: [{ kind: 'count', value: '26', alternatives: [] }], gold: [] };
    const base = answered('26 条工单');
    const computed = {
      query: { from: 'work-order', where: { kind: 'all', filters: [] }, groupBy: [], measures: [], orderBy: [], limit: 1 },
      rows: [[26]],
      matched: 26,
      nulls: [0],
      proof: '',
    } as const;
    const content = { ...base, claims: base.claims.map((claim) => ({ ...claim, kind: 'computed' as const, computed })) };
    expect(gradeAnswer(count, content, fileOf).kind).toBe('right');
    expect(gradeAnswer({ ...count, atoms: [{ kind: 'count', value: '27', alternatives: [] }] }, content, fileOf).kind).toBe('wrong');
  });
});
