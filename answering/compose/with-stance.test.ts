import { describe, expect, it } from 'vitest';
import { passGate } from '../gate.ts';
import { understandRequest } from '../understand-request.ts';
import { type Composition, quotePassage } from './composition.ts';
import { ACCESS, evidenceOf } from './plant.test-support.ts';
import { withStance } from './with-stance.ts';

const { signal } = new AbortController();

/** What is said before the quotes of these texts, of one section each, and what the gate leaves of it. */
async function stance(text: string, ...texts: readonly string[]): Promise<{ readonly drafted?: string; readonly said?: string }> {
  const plant = evidenceOf([
    { title: 'Loom', lines: texts.map((words, at) => ({ kind: 'paragraph', headings: ['Loom', `Part ${at}`], text: words })) },
  ]);
  const { question } = await understandRequest(plant, ACCESS, { question: text }, 0);
  const query = {
    text: texts.join(' '),
    keys: [],
    identifiers: [],
    expansions: [],
    parts: [{ where: { kinds: ['paragraph' as const] }, n: 9 }],
  };
  const { parts } = await plant.find(ACCESS, query, signal);
  const composition: Composition = { kind: 'answer', claims: (parts[0] ?? []).map(({ stored }) => quotePassage(stored)) };
  const { claims } = withStance(question, composition);
  const gated = await passGate(plant, ACCESS, undefined, claims, [], signal);
  const [drafted, said] = [claims, gated.claims].map((some) => some.find(({ kind }) => kind === 'composed')?.text);
  return { ...(drafted === undefined ? {} : { drafted }), ...(said === undefined ? {} : { said }) };
}

describe('a yes or no', () => {
  it.each([
    ['May I oil the belts?', 'Never oil the belts and pulleys.', 'No.'],
    ['Can I oil the belts?', 'The belts may be oiled.', 'Yes.'],
    ['Are we allowed to oil the belts?', 'The belts must not be oiled.', 'No.'],
    ['Do I have to oil the belts?', 'The belts must be oiled.', 'Yes.'],
    ['Do I have to oil the belts?', 'There is no need to oil the belts.', 'No.'],
    ['需要润滑皮带吗？', '皮带不需要润滑。', '否。'],
    ['可以润滑皮带吗？', '严禁润滑皮带和带轮。', '不可以。'],
    ['能不能润滑皮带？', '皮带可以润滑。', '可以。'],
    ['需要润滑皮带吗？', '必须润滑皮带。', '是。'],
  ])('is said by what forbids, allows or demands just that: %s %s', async (question, text, expected) => {
    expect(await stance(question, text)).toEqual({ drafted: expected, said: expected });
  });

  it.each([
    ['on a condition', 'May I oil the belts?', 'The belts may be oiled when the loom stands still.'],
    ['on a condition', '可以润滑皮带吗？', '停机时可以润滑皮带。'],
    ['by some means alone', 'May I oil the belts?', 'The belts must never be oiled with linseed oil.'],
    ['by some means alone', '可以润滑皮带吗？', '严禁用亚麻油润滑皮带。'],
    ['of a duty, where leave is asked for', 'May I oil the belts?', 'The belts must be oiled.'],
    ['of leave, where a duty is asked for', 'Do I have to oil the belts?', 'The belts may be oiled.'],
    ['without binding anybody', 'May I oil the belts?', 'Oil the belts.'],
    ['without binding anybody', '可以润滑皮带吗？', '润滑皮带。'],
    ['of another thing', 'May I oil the belts?', 'The pulleys may be oiled.'],
    ['of another thing in one breath', 'May I oil the belts?', 'The belts are made of hemp, and the pulleys may be oiled.'],
    ['of another thing in one breath', '可以润滑皮带吗？', '皮带为麻制，带轮可以润滑。'],
  ])('is not said where a document speaks %s: %s %s', async (_, question, text) => {
    expect(await stance(question, text)).toEqual({});
  });

  it.each([
    ['May I oil the belts?', 'The belts may be oiled.', 'Never oil the belts.'],
    ['可以润滑皮带吗？', '皮带可以润滑。', '严禁润滑皮带。'],
    ['May I oil the belts?', 'The belts may be oiled.', 'Never oil the belts when the loom runs.'],
  ])('is not said where two places differ: %s', async (question, ...texts) => {
    expect(await stance(question, ...texts)).toEqual({});
  });

  it.each([
    ['May I not oil the belts?', 'The belts may be oiled.'],
    ['May I oil the belts or the pulleys?', 'The belts may be oiled and the pulleys may be oiled.'],
    ['May I oil the belts at 80 °C?', 'The belts may be oiled at 80 °C.'],
    ['May I oil the belts? How often?', 'The belts may be oiled.'],
    ['不可以润滑皮带吗？', '皮带可以润滑。'],
    ['可以润滑皮带还是带轮？', '皮带可以润滑。'],
  ])('is not said to a question that denies, measures or asks more than one thing: %s', async (question, text) => {
    expect(await stance(question, text)).toEqual({});
  });
});

describe('the gate', () => {
  it.each([
    ['May I oil the belts?', 'Never oil the belts.', true],
    ['May I oil the belts?', 'The belts may be oiled.', false],
    ['可以润滑皮带吗？', '严禁润滑皮带。', true],
    ['可以润滑皮带吗？', '皮带可以润滑。', false],
  ])('cuts a yes or no that the sentence does not say: %s %s', async (question, text, isYes) => {
    const plant = evidenceOf([{ title: 'Loom', lines: [{ kind: 'paragraph', headings: ['Loom'], text }] }]);
    const query = { text, keys: [], identifiers: [], expansions: [], parts: [{ where: { kinds: ['paragraph' as const] }, n: 1 }] };
    const [found] = (await plant.find(ACCESS, query, signal)).parts[0] ?? [];
    if (found === undefined) throw new Error('a passage was written');
    const spans = [{ stored: found.stored, start: 0, end: text.length }] as const;
    const draft = (yes: boolean) => [{ kind: 'composed', text: 'x', spans, polar: { question, isYes: yes } } as const];
    expect((await passGate(plant, ACCESS, undefined, draft(isYes), [], signal)).claims).toEqual([]);
    expect((await passGate(plant, ACCESS, undefined, draft(!isYes), [], signal)).claims).toHaveLength(1);
  });
});
