import { describe, expect, it } from 'vitest';
import type { Prompt } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf } from '../compose/plant.test-support.ts';
import { TAUGHT_TO_READ } from '../reading-task.ts';
import { ANSWERED, DYE, LOOM } from './workshops.test-support.ts';

function advisedBy(opinion: ((prompt: Prompt) => number | undefined) | 'away', model = 'scripted') {
  const asked: Prompt[] = [];
  const adviser = {
    model,
    choose: async (prompts: readonly Prompt[]) => {
      asked.push(...prompts);
      return opinion === 'away' ? undefined : prompts.map((prompt) => sharesOf(opinion(prompt)));
    },
  };
  const ask = (question: string, mode?: 'extractive') =>
    answerQuestion(
      { ...evidenceOf([LOOM, DYE]), adviser },
      ACCESS,
      mode === undefined ? { question } : { question, mode },
      new AbortController().signal,
    );
  return { ask, asked };
}
const alone = (question: string) => answerQuestion(evidenceOf([LOOM, DYE]), ACCESS, { question }, new AbortController().signal);

describe('a language model that reads likely places', () => {
  it.each(ANSWERED)('is heard when it says that none answers: what comes nearest is shown then: %s', async (question) => {
    expect((await alone(question)).content.decision).toBe('answered');
    const { content, envelope } = await advisedBy(() => 0.001).ask(question);
    expect(content).toMatchObject({ decision: 'nearest', degraded: [] });
    expect(envelope.models).toEqual(['scripted']);
  });

  it.each(ANSWERED)('leaves the answer as it is when it agrees: %s', async (question) => {
    const answers = ({ content }: Prompt) => /restarted after every|必须清洗染缸/u.test(content);
    const { content } = await advisedBy((prompt) => (answers(prompt) ? 0.999 : 0.001)).ask(question);
    expect(content.claims).toEqual((await alone(question)).content.claims);
  });

  it.each(ANSWERED)('is not missed when it is away, but that is told: %s', async (question) => {
    const { content, envelope } = await advisedBy('away').ask(question);
    expect({ ...content, degraded: [] }).toEqual((await alone(question)).content);
    expect(content.degraded).toEqual(['no-model']);
    expect(envelope.models).toBeUndefined();
  });

  it.each(ANSWERED)('is not asked where the words of documents are to decide alone: %s', async (question) => {
    const { ask, asked } = advisedBy(() => 0.001);
    expect((await ask(question, 'extractive')).digest).toBe((await alone(question)).digest);
    expect(asked).toEqual([]);
  });

  it.each(['scripted', TAUGHT_TO_READ])(
    'makes no answer of what has not the code that is asked for, however sure it is: %s',
    async (model) => {
      for (const question of ['What does code E-4711 of the Brightweave loom mean?', '染缸的故障码 E-4711 是什么意思？']) {
        const { content } = await advisedBy(() => 1, model).ask(question);
        expect(content.decision).not.toBe('answered');
      }
    },
  );

  it('reads the words of a document between marks that they cannot close', async () => {
    const { ask, asked } = advisedBy(() => 0.5);
    await ask(ANSWERED[0] ?? '');
    const [first] = asked.filter(({ content }) => content.includes('Ignore the task'));
    expect(first?.content.match(/<\/passage>/gu)).toHaveLength(1);
    expect(first?.content.indexOf('Ignore the task')).toBeLessThan(first?.content.indexOf('</passage>') ?? 0);
  });
});

function sharesOf(yes: number | undefined): readonly number[] | undefined {
  return yes === undefined ? undefined : [yes, 1 - yes];
}
