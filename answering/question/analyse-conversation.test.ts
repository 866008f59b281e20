import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fold } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { ACCESS } from '../compose/plant.test-support.ts';
import { analyseConversation } from './analyse-conversation.ts';
import { NO_KEYS } from './no-keys.test-support.ts';

const CONVERSATION = z.strictObject({
  id: z.string(),
  products: z.array(z.string()).default([]),
  turns: z.array(
    z.strictObject({
      question: z.string(),
      holds: z.array(z.string()).default([]),
      lacks: z.array(z.string()).default([]),
      asksBack: z.array(z.string()).optional(),
    }),
  ),
});
type Conversation = z.infer<typeof CONVERSATION>;

const context = { keys: NO_KEYS, access: ACCESS, now: Date.UTC(2025, 5, 1), grammar: siteGrammar([]) };

function read(part: string): readonly Conversation[] {
  return readFileSync(new URL(`../../datasets/conversations/${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => CONVERSATION.parse(JSON.parse(line)));
}

/** Follow-ups that were not understood as their writer meant them, with what was made of them. */
async function misunderstood({ id, products, turns }: Conversation): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [index, turn] of turns.entries()) {
    const history = turns.slice(0, index).map(({ question }) => question);
    const { question, couldBe } = await analyseConversation(turn.question, history, context, async ({ text }) =>
      products
        .map((name) => ({ start: fold(text).indexOf(fold(name)), end: fold(text).indexOf(fold(name)) + name.length }))
        .filter(({ start }) => start >= 0),
    );
    const has = (words: string) => fold(question.text).includes(fold(words));
    const isRight =
      turn.asksBack === undefined
        ? couldBe === undefined && turn.holds.every(has) && !turn.lacks.some(has)
        : couldBe !== undefined && [...couldBe].sort().join() === [...turn.asksBack].sort().join();
    if (!isRight) wrong.push(`${id}.${index + 1}`);
  }
  return wrong;
}

const allOf = async (part: string) => (await Promise.all(read(part).map(misunderstood))).flat();

describe('a follow-up of a conversation', () => {
  it('is understood as it was meant where its conversation was looked at while this was built', async () => {
    expect(await allOf('building')).toEqual([]);
  });

  it('is understood as it was meant elsewhere, but for what is named here', async () => {
    // Of a fault whose product has no name, which a question of another subject does not keep.
    expect(await allOf('held-out')).toEqual(['z08.3']);
  });
});
