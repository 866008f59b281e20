import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerContent } from '../answer.ts';
import { answerQuestion } from '../answer-question.ts';
import type { Evidence } from '../dependencies.ts';
import type { Line } from './lay-out.test-support.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const LANGUAGES = {
  en: {
    title: 'Manual of pump unit',
    path: ['Maintenance', 'Replacing the mechanical seal'],
    step: (n: number) => `Turn fastening ${n} by a quarter.`,
    warning: (n: number) => `WARNING: Danger number ${n} of this work.`,
    ask: 'How do I replace the mechanical seal?',
    points: ['Isolation points', 'Isolation points of P-101B'],
    isolate: 'How do I isolate P-101B before work?',
    columns: ['Tag', 'Location', 'Position'],
    closed: 'Closed, padlocked',
  },
  zh: {
    title: '泵组手册',
    path: ['维护', '更换机械密封'],
    step: (n: number) => `把第 ${n} 个紧固件转动四分之一圈。`,
    warning: (n: number) => `警告：此项作业的第 ${n} 种危险。`,
    ask: '怎样更换机械密封？',
    points: ['隔离点', 'P-101B 的隔离点'],
    isolate: 'P-101B 检修前怎么隔离？',
    columns: ['位号', '位置', '隔离状态'],
    closed: '关闭，上锁',
  },
} as const;

async function ask(evidence: Evidence, question: string): Promise<AnswerContent> {
  return (await answerQuestion(evidence, ACCESS, { question }, new AbortController().signal)).content;
}
const texts = (claims: AnswerContent['claims']) => claims.map(({ text }) => text);

/** A procedure of so many steps with warnings before some of them (0: before the first). */
function procedure(language: 'en' | 'zh', steps: number, warned: readonly number[]): TestDocument {
  const { title, path, step, warning } = LANGUAGES[language];
  const lines = Array.from({ length: steps }, (_, at): Line[] => [
    ...(warned.includes(at) ? [{ kind: 'warning' as const, headings: path, text: warning(at) }] : []),
    { kind: 'step', headings: path, marker: String(at + 1), text: step(at + 1) },
  ]);
  const after: Line = { kind: 'step', headings: [path[0], '—'], marker: '1', text: 'Other work.' };
  return { title, lines: [...lines.flat(), after] };
}

function table(language: 'en' | 'zh', rows: number): TestDocument {
  const { title, points, columns, closed } = LANGUAGES[language];
  const roles = ['asset', 'location', 'position'] as const;
  const lines = Array.from({ length: rows }, (_, at): Line => {
    const words = [`HV-${1000 + at}`, `Line ${at}`, closed];
    return { kind: 'table-row', headings: points, row: columns.map((column, n) => [column, roles[n], words[n] ?? ''] as const) };
  });
  return { title, lines };
}

const size = fc.oneof(fc.integer({ min: 1, max: 80 }), fc.constantFrom(66, 100, 150, 500));
const language = fc.constantFrom('en', 'zh');

describe('a procedure of any length', () => {
  it('is answered with all its steps in order and all its warnings', async () => {
    const property = fc.asyncProperty(language, size, fc.array(fc.nat(499), { maxLength: 4 }), async (which, steps, places) => {
      const warned = [...new Set(places.map((place) => place % steps))].sort((a, b) => a - b);
      const content = await ask(evidenceOf([procedure(which, steps, warned)]), LANGUAGES[which].ask);
      expect(texts(content.claims)).toEqual(Array.from({ length: steps }, (_, at) => LANGUAGES[which].step(at + 1)));
      expect(texts(content.safety)).toEqual(warned.map(LANGUAGES[which].warning));
    });
    await fc.assert(property, { numRuns: 12 });
  });

  it.each(['en', 'zh'] as const)('is not given in part where its end was not read: %s', async (which) => {
    const evidence = evidenceOf([procedure(which, 20, [3])]);
    const passages: Evidence['passages'] = {
      ...evidence.passages,
      element: (access, place) => evidence.passages.element(access, place, 8),
    };
    const content = await ask({ ...evidence, passages }, LANGUAGES[which].ask);
    expect(content).toMatchObject({ decision: 'abstained', claims: [] });
    expect(content.missing).toContain(LANGUAGES[which].path[1]);
  });
});

describe('an isolation table of any length', () => {
  it('is answered with all its rows in order', async () => {
    const property = fc.asyncProperty(language, size, async (which, rows) => {
      const content = await ask(evidenceOf([table(which, rows)]), LANGUAGES[which].isolate);
      expect(content.claims).toHaveLength(rows);
      content.claims.forEach(({ text }, at) => {
        expect(text).toContain(`HV-${1000 + at};`);
      });
    });
    await fc.assert(property, { numRuns: 8 });
  });

  it.each(['en', 'zh'] as const)('is not given in part where its end was not read: %s', async (which) => {
    const evidence = evidenceOf([table(which, 20)]);
    const passages: Evidence['passages'] = {
      ...evidence.passages,
      element: (access, place) => evidence.passages.element(access, place, 8),
    };
    const content = await ask({ ...evidence, passages }, LANGUAGES[which].isolate);
    expect(content).toMatchObject({ decision: 'abstained', claims: [] });
    expect(content.missing).toContain(LANGUAGES[which].points[1]);
  });
});
