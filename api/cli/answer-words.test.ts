import { expect, it } from 'vitest';
import { answerFileWords, DEGRADATIONS, LACK_REASONS, REFUSAL_REASONS } from '../../app/index.ts';

it.each(['zh', 'en'] as const)('has words for each reason and each thing that an answer may lack (%s)', (language) => {
  const { reasons, lacks, lackReasons } = answerFileWords(language);
  expect(Object.keys(reasons).sort()).toEqual([...REFUSAL_REASONS].sort());
  expect(Object.keys(lacks).sort()).toEqual([...DEGRADATIONS].sort());
  expect(Object.keys(lackReasons).sort()).toEqual([...LACK_REASONS].sort());
  for (const said of [...Object.values(reasons), ...Object.values(lacks), ...Object.values(lackReasons)])
    expect(/\p{Script=Han}/u.test(said)).toBe(language === 'zh');
});
