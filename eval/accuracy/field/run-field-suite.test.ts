import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { textMark } from '../structure/text-mark.ts';
import { parseFieldQuestions } from './field-question.ts';
import { printFieldAnswers, reportField } from './report-field.ts';
import { runFieldSuite } from './run-field-suite.ts';

const data = await mkdtemp(join(tmpdir(), 'faultline-sets-'));
afterAll(() => rm(data, { recursive: true, force: true }));

const SERVICE = 'Grease the rail of the gripper every 200 hours of work.';
const question = (id: string, more: object) =>
  JSON.stringify({
    ...{ id, turn: 1, language: 'en', form: 'interval', crossLanguage: false, answerable: true, needs: 'any', forbidden: [] },
    places: [{ file: 'trossen-arm/service.md', marks: [textMark(SERVICE)] }],
    atoms: [['200 hours']],
    ...more,
  });

describe('the field suite', () => {
  it('reads the sets, asks in the order of the conversations, and says what became of each question and where its passage ranks', async () => {
    await mkdir(join(data, 'trossen-arm'));
    await writeFile(join(data, 'trossen-arm', 'README.md'), `# About the set\n\n${SERVICE}\n`);
    await writeFile(join(data, 'trossen-arm', 'service.md'), `# Service\n\n${SERVICE}\n\nThe base is black.\n`);
    const lines = [
      question('q3', { conversation: 'c', turn: 2, question: 'and in 2019?', form: 'follow-up' }),
      question('q2', { conversation: 'c', question: 'How often is the rail of the gripper greased?' }),
      question('q1', { question: 'How deep is the sea?', answerable: false, why: 'absent', places: [], atoms: [] }),
      question('q4', {
        question: 'Is the base green?',
        places: [{ file: 'trossen-arm/service.md', marks: [textMark('nowhere at all in this set')] }],
      }),
    ];
    const options = { dataFolder: data, questions: parseFieldQuestions(lines.join('\n')), onProgress: () => undefined };
    const report = await runFieldSuite(options, new AbortController().signal);
    expect(report.asked.map((one) => one.question.id)).toEqual(['q1', 'q2', 'q3', 'q4']);
    // What describes the set is not read.
    expect(report.passages).toBe(3);
    expect(report.unplaced).toEqual(['q4']);
    const [absent, alone, follow] = report.asked;
    expect(absent?.grade).toBe('rightly-refused');
    expect(alone?.ranks).toMatchObject({ mixed: 1, lexical: 1, plain: 1 });
    expect(follow?.ranks).toBeUndefined();
    expect(follow?.answer.envelope.conversation?.turn).toBe(2);
    expect(reportField(report)).toMatch(/follow-up +1/);
    expect(printFieldAnswers(report)).toContain('How deep is the sea?');
  });
});
