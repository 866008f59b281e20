import { describe, expect, it } from 'vitest';
import type { CrossEncoder } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf } from '../compose/plant.test-support.ts';
import { ANSWERED, DYE, LOOM } from './workshops.test-support.ts';

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
