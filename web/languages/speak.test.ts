import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../answering/question/question.ts';
import { CHECK_NAMES } from '../../answering/verify/check.ts';
import { answerSchema } from '../../api/contract/answer.ts';
import { EXCLUSION_REASONS, OUTCOMES, VERDICTS, VERSION_STATES } from '../../kernel/index.ts';
import en from './en.json' with { type: 'json' };
import { isWordKey, speak } from './speak.ts';
import zh from './zh.json' with { type: 'json' };

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the words of the page', () => {
  it('are the same keys in both languages, none of them empty', () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    expect(Object.entries({ ...en, ...zh }).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('take the same values in both languages', () => {
    const different = Object.entries(en).filter(
      ([key, text]) => JSON.stringify(placeholders(text)) !== JSON.stringify(placeholders(zh[key as keyof typeof zh])),
    );
    expect(different).toEqual([]);
  });

  it('know every decision, reason, verdict, intent, state and outcome that the service may send', () => {
    const { decision, reason, degraded } = answerSchema.shape.content.shape;
    const sent = [
      ...decision.options.map((name) => `decision.${name}`),
      ...reason.unwrap().options.map((name) => `reason.${name}`),
      ...degraded.unwrap().element.options.map((name) => `degraded.${name}`),
      ...CHECK_NAMES.map((name) => `check.${name}`),
      ...VERDICTS.map((name) => `verdict.${name}`),
      ...INTENTS.map((name) => `intent.${name}`),
      ...OUTCOMES.map((name) => `outcome.${name}`),
      ...VERSION_STATES.map((name) => `state.${name}`),
      ...EXCLUSION_REASONS.map((name) => `excluded.${name}`),
    ];
    expect(sent.filter((key) => !isWordKey(key))).toEqual([]);
  });

  it('are all used', () => {
    const folder = join(import.meta.dirname, '..');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
      .map((path) => readFileSync(join(folder, path), 'utf8'))
      .join('\n');
    const looked = [...sources.matchAll(/`(\w+)\.\$\{|wordsFor\(words, '(\w+)'/g)].map(([, one, other]) => one ?? other);
    expect(Object.keys(en).filter((key) => !sources.includes(`'${key}'`) && !looked.includes(key.split('.')[0]))).toEqual([]);
  });

  it('are filled in', () => {
    expect(speak('en')('place.page', { number: 3 })).toBe('page 3');
    expect(speak('zh')('place.page', { number: 3 })).toBe('第 3 页');
  });
});
