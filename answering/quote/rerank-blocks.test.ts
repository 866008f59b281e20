import { describe, expect, it } from 'vitest';
import type { CrossEncoder } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import type { Line } from '../compose/lay-out.test-support.ts';
import { ACCESS, evidenceOf, type TestDocument } from '../compose/plant.test-support.ts';

const paragraph = (headings: readonly string[], text: string): Line => ({ kind: 'paragraph', headings, text });
const LOOM: TestDocument = {
  title: 'Brightweave loom guide',
  uri: 'loom/brightweave.md',
  lines: [
    paragraph(
      ['Brightweave loom', 'Restart'],
      'The Brightweave loom has to be restarted after every pattern update. Press the reset button until the lamp turns green.',
    ),
    paragraph(['Brightweave loom', 'Housing'], 'The housing is made of aluminium and is mounted on a rail.'),
  ],
};
const DYE: TestDocument = {
  title: '染缸使用说明',
  uri: 'dye/rangang.md',
  lines: [
    paragraph(['染缸', '换色'], '每次换色后必须清洗染缸，清洗前关闭电源，然后把排空阀打开三分钟。'),
    paragraph(['染缸', '外壳'], '外壳为不锈钢材质。'),
  ],
};
const ANSWERED = ['Does the Brightweave loom have to be restarted after a pattern update?', '染缸换色后需要清洗吗？'];

function readBy(odds: (passage: string) => number) {
  const read: string[] = [];
  const crossEncoder: CrossEncoder = {
    model: 'scripted',
    answers: async (_, passages) => {
      read.push(...passages);
      return passages.map(odds);
    },
    judge: async (_, texts) => texts.map(() => ({ supported: 0, contradicted: 0, open: 1 })),
  };
  const ask = (question: string) =>
    answerQuestion({ ...evidenceOf([LOOM, DYE]), crossEncoder }, ACCESS, { question }, new AbortController().signal);
  return { ask, read };
}

describe('a cross-encoder that reads likely places', () => {
  it.each(ANSWERED)('keeps what it finds no answer in from being given as one: what comes nearest is shown then: %s', async (question) => {
    const { content } = await readBy(() => -8).ask(question);
    expect(content.decision).toBe('nearest');
  });

  it.each(ANSWERED)('leaves the answer where it finds it too: %s', async (question) => {
    const { content } = await readBy((passage) => (/restarted after every|必须清洗染缸/u.test(passage) ? 6 : -6)).ask(question);
    expect(content.decision).toBe('answered');
    expect(content.claims.map(({ text }) => text).join(' ')).toMatch(/restarted after every|必须清洗染缸/u);
  });

  it.each(ANSWERED)('is given title and sections with the words of a place: %s', async (question) => {
    const { ask, read } = readBy(() => 0);
    await ask(question);
    expect(read.some((text) => /^Brightweave loom guide > .*Restart\n|^染缸使用说明 > .*换色\n/u.test(text))).toBe(true);
  });
});
