import { describe, expect, it } from 'vitest';
import type { AnswerContent } from '../../../answering/index.ts';
import type { FieldQuestion } from './field-question.ts';
import { gradeFieldAnswer } from './grade-field-answer.ts';

const QUESTION: FieldQuestion = {
  id: 'q1',
  turn: 1,
  question: 'How many volts, and which fuse?',
  language: 'en',
  form: 'two-part',
  crossLanguage: false,
  answerable: true,
  places: [],
  needs: 'any',
  atoms: [['24 V', '24 伏'], ['fuse F3']],
  forbidden: ['48 V'],
};

function said(...texts: readonly string[]): AnswerContent {
  return {
    decision: 'answered',
    intent: 'specification',
    language: 'en',
    mode: 'extractive',
    claims: texts.map((text) => ({ kind: 'quote', text, verdict: 'supported', checks: [], citations: [0] })),
    citations: [],
    conflicts: [],
    safety: [],
    missing: '',
    candidates: [],
    degraded: [],
  };
}
const refused = (reason: 'absent' | 'wrong-asset'): AnswerContent => ({ ...said(), decision: 'abstained', reason });

describe('an answer to a field question', () => {
  it.each([
    ['right with every atom in any wording, whatever else it says', said('It takes **24V**.', 'Fuse `F3`.'), 'right'],
    ['right in the other language', said('电压为24伏，fuse F3'), 'right'],
    ['partly right with some', said('It takes 24 V.'), 'partly'],
    ['wrong with none', said('It takes a fuse.'), 'wrong'],
    ['wrong with a longer number', said('It takes 124 V or 24 Volt-amperes, fuse F31'), 'partly'],
    ['wrong with what holds elsewhere, though another claim is right', said('It takes 24 V, fuse F3.', 'It takes 48 V.'), 'wrong'],
    ['a false denial', refused('absent'), 'falsely-denied'],
    ['wrongly refused', refused('wrong-asset'), 'wrongly-refused'],
  ] as const)('is %s', (_, content, grade) => {
    expect(gradeFieldAnswer(QUESTION, content)).toBe(grade);
  });

  it.each([
    ['refused', refused('absent'), 'rightly-refused'],
    ['answered', said('It takes 24 V.'), 'wrong'],
    ['answered by what contradicts its premise', said('It takes 24 V, fuse F3.'), 'rightly-refused'],
  ] as const)('that nothing answers counts when it is %s', (_, content, grade) => {
    expect(gradeFieldAnswer({ ...QUESTION, answerable: false, why: 'false-premise' }, content)).toBe(grade);
  });

  it('without atoms is never right where nothing answers', () => {
    expect(gradeFieldAnswer({ ...QUESTION, answerable: false, atoms: [] }, said('It takes 24 V.'))).toBe('wrong');
  });
});
