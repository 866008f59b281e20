import { describe, expect, it } from 'vitest';
import type { AnswerContent } from './answer.ts';
import { answerQuestion } from './answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './compose/plant.test-support.ts';
import { CHINESE, MANUAL } from './pump-plant.test-support.ts';

async function ask(documents: readonly TestDocument[], question: string): Promise<AnswerContent> {
  return (await answerQuestion(evidenceOf(documents), ACCESS, { question }, new AbortController().signal)).content;
}

describe.each([
  ['English', MANUAL, 'What is the rated flow of P-101A?', '65 m³/h', 'recognised in a picture'],
  ['Chinese', CHINESE, 'P-101A 的额定流量是多少？', '65 m³/h', '图像识别'],
] as const)('a value that was read from a scan (%s)', (_, document, question, value, reason) => {
  it('is answered where it was recognised surely, and says how it was read', async () => {
    const content = await ask([{ ...document, scanned: { unsure: [] } }], question);
    expect(content.decision).toBe('answered');
    expect(content.claims.map(({ text }) => text).join('\n')).toContain(value);
    const cited = content.claims.flatMap(({ citations }) => citations.map((at) => content.citations[at]));
    expect(cited.map((citation) => citation?.recognition)).toEqual(
      cited.map(() => ({ method: 'ocr', engine: 'an engine 1', confidence: 0.93, isUnsure: false, repairs: [] })),
    );
  });

  it('is shown as nearest and never answered where a word of it was recognised unsurely', async () => {
    const content = await ask([{ ...document, scanned: { unsure: [value] } }], question);
    expect(content.decision).toBe('nearest');
    expect(content.missing).toContain(reason);
    expect(content.citations.some(({ recognition }) => recognition?.isUnsure === true)).toBe(true);
  });

  it('is answered from a document that was read as text all the same', async () => {
    const scan = { ...document, title: `${document.title} (scan)`, scanned: { unsure: [value] } };
    const content = await ask([document], question);
    expect(content.citations.every(({ recognition }) => recognition === undefined)).toBe(true);
    expect((await ask([scan], question)).decision).toBe('nearest');
  });
});
