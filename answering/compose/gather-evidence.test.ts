import { describe, expect, it } from 'vitest';
import { makeDocumentId } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const manual = (title: string, text: string): TestDocument => ({
  title,
  lines: [{ kind: 'paragraph', headings: ['Torques 力矩'], text }],
});

describe('a question that stays within some documents', () => {
  it.each([
    ['What is the tightening torque of the casing bolts?', 'The tightening torque of the casing bolts is $ N·m.'],
    ['壳体螺栓的拧紧力矩是多少？', '壳体螺栓的拧紧力矩为 $ N·m。'],
  ])('is answered from them, however many others say it as well: %s', async (question, text) => {
    const others = Array.from({ length: 200 }, (_, at) => manual(`Manual ${at}`, text.replace('$', String(100 + at))));
    const evidence = evidenceOf([...others, manual('Manual Z', text.replace('$', '37'))]);
    const scope = { documents: [makeDocumentId(ACCESS.tenant, 'Manual Z')] };
    const { content } = await answerQuestion(evidence, ACCESS, { question, scope }, new AbortController().signal);
    expect(content.claims.map((claim) => claim.text)).toEqual([text.replace('$', '37')]);
  });
});
