import { describe, expect, it } from 'vitest';
import { answerQuestion } from './answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './compose/plant.test-support.ts';
import { OTHERS } from './other-equipment.fixture.ts';

const NEVER = new AbortController().signal;
const EN = { title: 'Circulation manual', is: 'P-600 is a circulation pump.', question: 'What is the tightening torque of P-600?' };
const ZH = { title: '循环水系统手册', is: 'P-600 是循环水泵。', question: 'P-600 的拧紧力矩是多少？' };

function documentOf(title: string, ...texts: readonly string[]): TestDocument {
  return { title, lines: texts.map((text) => ({ kind: 'paragraph' as const, headings: [], text })) };
}

async function isAnswered(question: string, documents: readonly TestDocument[]): Promise<boolean> {
  const { content } = await answerQuestion(evidenceOf(documents), ACCESS, { question }, NEVER);
  return content.decision === 'answered' && content.claims.some((claim) => claim.text.includes('68'));
}

const torqueOf = (name: string, zh: boolean) => (zh ? `${name}的拧紧力矩为 68 N·m。` : `The tightening torque of ${name} is 68 N·m.`);

const KIND = /pump|compressor|motor|blower|exchanger|turbine|泵|压缩机|电机|风机|换热器|汽轮机/iu;

describe('the torque of other equipment', () => {
  it('is tried in three hundred forms', () => {
    expect(new Set(OTHERS.map(({ name, zh }) => `${name} ${zh}`)).size).toBeGreaterThanOrEqual(300);
  });

  for (const place of ['in the same document', 'in another document', 'under a heading'] as const) {
    it(`is no answer for P-600, in whatever form it is named, ${place}`, async () => {
      const answered: string[] = [];
      for (const { name, zh } of OTHERS) {
        const language = zh ? ZH : EN;
        const general = zh ? '拧紧力矩为 68 N·m。' : 'The tightening torque is 68 N·m.';
        const documents: readonly TestDocument[] =
          place === 'in the same document'
            ? [documentOf(language.title, language.is, torqueOf(name, zh))]
            : place === 'in another document'
              ? [documentOf(language.title, language.is), documentOf(zh ? '维修说明' : 'Service notes', torqueOf(name, zh))]
              : [
                  {
                    title: language.title,
                    lines: [
                      { kind: 'paragraph', headings: [], text: language.is },
                      { kind: 'heading', headings: [], text: name },
                      { kind: 'paragraph', headings: [name], text: general },
                    ],
                  },
                ];
        if (await isAnswered(language.question, documents)) answered.push(`${zh ? 'zh' : 'en'} ${name}`);
      }
      expect(answered).toEqual([]);
    });
  }

  it('is the answer for the tag that the document gives the name, and for its own code in any form', async () => {
    const missed: string[] = [];
    // A code is no other name of a code; ordinals and `other` depend on what is spoken of.
    const named = OTHERS.filter(({ name }) => KIND.test(name) && !/^the |另|其他/u.test(name));
    for (const { name, zh } of named) {
      const question = zh ? 'P-607 的拧紧力矩是多少？' : 'What is the tightening torque of P-607?';
      const says = zh ? `${name}（P-607）为循环水泵。` : `${name} (P-607) is a circulation pump.`;
      if (!(await isAnswered(question, [documentOf(zh ? ZH.title : EN.title, says, torqueOf(name, zh))])))
        missed.push(`${zh ? 'zh' : 'en'} ${name}`);
    }
    for (const code of ['P-607', 'P607', 'p-607', 'Ｐ－６０７', 'Р-607']) {
      for (const zh of [false, true]) {
        const question = zh ? 'P-607 的拧紧力矩是多少？' : 'What is the tightening torque of P-607?';
        if (!(await isAnswered(question, [documentOf(zh ? ZH.title : EN.title, torqueOf(code, zh))])))
          missed.push(`${zh ? 'zh' : 'en'} ${code}`);
      }
    }
    expect({ tried: named.length > 120, missed }).toEqual({ tried: true, missed: [] });
  });

  it.each([
    ['What is the tightening torque of P-600?', 'P-600 is a circulation pump.', 'The tightening torque is 68 N·m.'],
    ['What is the tightening torque of P-600?', 'P-600 is a circulation pump.', 'The tightening torque of the pump is 68 N·m.'],
    ['P-600 的拧紧力矩是多少？', 'P-600 是循环水泵。', '拧紧力矩为 68 N·m。'],
    ['P-600 的拧紧力矩是多少？', 'P-600 是循环水泵。', '泵的拧紧力矩为 68 N·m。'],
  ])('is not said to be that of P-600 by a document that never names it: %s %s', async (question, is, general) => {
    expect(await isAnswered(question, [documentOf('Plant', is), documentOf('Service notes', general)])).toBe(false);
  });

  it.each([
    ['What is the tightening torque of P-600?', 'Manual', 'P-600 is a pump.', 'The tightening torque of the pump is 68 N·m.'],
    ['P-600 的拧紧力矩是多少？', '手册', 'P-600 是循环水泵。', '泵的拧紧力矩为 68 N·m。'],
    [
      'What is the tightening torque of P-600?',
      'Manual of P-600',
      'Scope of delivery.',
      'The tightening torque of the M12 bolts is 68 N·m.',
    ],
    ['P-600 的拧紧力矩是多少？', '循环水泵 P-600 手册', '供货范围。', 'M12 螺栓的拧紧力矩为 68 N·m。'],
  ])('of P-600 itself, said in general in a document about it, is the answer: %s %s', async (question, title, is, general) => {
    expect(await isAnswered(question, [documentOf(title, is, general)])).toBe(true);
  });
});
