import { describe, expect, it } from 'vitest';
import type { Prompt } from '../../../kernel/index.ts';
import { openStaticEmbedder } from '../../../models/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { TAUGHT_TO_READ } from '../../reading-task.ts';
import { assessClaims } from './assess-claims.ts';

const CHECKING = { embedder: openStaticEmbedder(), grammar: siteGrammar([]) };
const CASES = [
  [
    'The loom is lubricated through six nipples at the rear. Lubrication is due every 250 running hours.',
    'Every 250 running hours the six nipples at the rear want grease.',
    'Lubrication is due every 250 running hours.',
  ],
  ['织机后部有六个润滑油嘴。每运行250小时润滑一次。', '织机每运行250小时，要给后部六个油嘴加油。', '每运行250小时润滑一次。'],
] as const;

function advisedBy(opinion: readonly number[] | undefined | 'away', model: string = TAUGHT_TO_READ) {
  const asked: Prompt[] = [];
  const adviser = {
    model,
    choose: async (prompts: readonly Prompt[]) => {
      asked.push(...prompts);
      return opinion === 'away' ? undefined : prompts.map(() => opinion);
    },
  };
  const assess = (text: string, source: string, more = {}) =>
    assessClaims(
      { ...CHECKING, adviser, ...more },
      { claims: [{ text }], sources: [{ id: 'loom.pdf', text: source }], strictness: 'balanced' },
      new AbortController().signal,
    );
  return { assess, asked };
}

const alone = (text: string, source: string) =>
  assessClaims(
    CHECKING,
    { claims: [{ text }], sources: [{ id: 'loom.pdf', text: source }], strictness: 'balanced' },
    new AbortController().signal,
  );

describe('a language model that judges claims', () => {
  it.each(CASES)('makes a claim likelier that it says holds, and less likely otherwise: %s', async (source, claim) => {
    const [yes, no] = [
      await advisedBy([0.98, 0.01, 0.01]).assess(claim, source),
      await advisedBy([0.02, 0.49, 0.49]).assess(claim, source),
    ];
    expect(yes.claims[0]?.score).toBeGreaterThan(0.5);
    expect(no.claims[0]?.score).toBeLessThan(0.5);
    expect(yes.models).toEqual([TAUGHT_TO_READ]);
    expect(yes.degraded).toBeUndefined();
  });

  it.each(CASES)('reads the claim with the text of its sources: %s', async (source, claim) => {
    const { assess, asked } = advisedBy([0.9, 0.05, 0.05]);
    await assess(claim, source);
    const [sentence = ''] = source.split(/(?<=[.。])/u);
    expect(asked.map(({ content }) => content)).toEqual([expect.stringContaining(`Document: loom.pdf\n\n<passage>\n${sentence.trim()}`)]);
    expect(asked[0]?.content).toContain(`Claim: ${claim}\n`);
  });

  it.each(CASES)('clears nothing that a typed check refused: %s', async (source, claim) => {
    const wrong = claim.replace('250', '400');
    const { claims } = await advisedBy([1, 0, 0]).assess(wrong, source);
    expect(claims[0]?.verdict).not.toBe('supported');
  });

  it.each(CASES)('is not missed when it is away, but that is told: %s', async (source, claim) => {
    const { degraded, ...rest } = await advisedBy('away').assess(claim, source);
    expect(degraded).toEqual(['no-model']);
    expect(rest).toEqual(await alone(claim, source));
  });

  it.each(CASES)('changes nothing where it has no opinion: %s', async (source, claim) => {
    expect(await advisedBy(undefined).assess(claim, source)).toEqual(await alone(claim, source));
  });

  it.each(CASES)(
    'is asked neither of quotations, nor by a calibrated site, nor when it was not taught to: %s',
    async (source, claim, quoted) => {
      const taught = advisedBy([0, 1, 0]);
      expect(await taught.assess(quoted, source)).toEqual(await alone(quoted, source));
      await taught.assess(claim, source, { calibration: { slope: 1, offset: 0, threshold: 0.5 } });
      expect(taught.asked).toEqual([]);
      const other = advisedBy([0, 1, 0], 'endpoint:another');
      expect(await other.assess(claim, source)).toEqual(await alone(claim, source));
      expect(other.asked).toEqual([]);
    },
  );
});
