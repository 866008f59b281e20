import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStaticEmbedder } from '../../../models/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { type AssessRequest, assessClaims } from './assess-claims.ts';

const CHECKING = { embedder: openStaticEmbedder(), grammar: siteGrammar([]) };
const SOURCE_EN =
  'The loom is lubricated through six nipples at the rear. Lubrication is due every 250 running hours. Before the covers are taken off, the main switch is turned off and locked. The warp tension is set with the handwheel below the cloth roller.';
const SOURCE_ZH = '织机后部有六个润滑油嘴。每运行250小时润滑一次。拆下护罩之前，应关闭并锁定主开关。经纱张力用卷布辊下方的手轮调节。';

const assess = async (text: string, source: string, strictness?: AssessRequest['strictness']) => {
  const request = { claims: [{ text }], sources: [{ id: 's', text: source }] };
  const { claims } = await assessClaims(
    CHECKING,
    strictness === undefined ? request : { ...request, strictness },
    new AbortController().signal,
  );
  const [claim] = claims;
  if (claim === undefined) throw new Error('no claim');
  return claim;
};

describe('how likely a claim is supported', () => {
  it.each([
    [
      SOURCE_EN,
      'The main switch has to be off and locked before the covers are removed, and lubrication is due every 250 running hours.',
      'The main switch has to be off and locked, since the hydraulic accumulator of the dye bath stays under pressure.',
    ],
    [SOURCE_ZH, '拆护罩之前要关闭并锁定主开关，润滑每运行250小时进行一次。', '拆护罩之前要关闭主开关，因为染缸的液压蓄能器仍有压力。'],
  ])('is more for what is said over several sentences in other words than for what was added', async (source, said, added) => {
    const [right, wrong] = [await assess(said, source), await assess(added, source)];
    expect(right.score).toBeGreaterThan(0.5);
    expect(wrong.score).toBeLessThan(0.5);
  });

  it.each([
    [SOURCE_EN, 'Lubrication is due every 250 running hours.'],
    [SOURCE_ZH, '每运行250小时润滑一次。'],
  ])('is certain of what is quoted', async (source, quoted) => {
    expect(await assess(quoted, source)).toMatchObject({ verdict: 'supported', score: 1 });
  });

  it('is one number from 0 to 1 for any claim and source', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), fc.string({ maxLength: 200 }), async (text, source) => {
        const { score } = await assess(`x${text}`, source);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a verdict by strictness', () => {
  it.each([
    [SOURCE_EN, 'The covers may be taken off once the main switch is off and locked; lubrication falls due every 250 running hours.'],
    [SOURCE_ZH, '护罩拆下之前应关闭并锁定主开关，并且每运行250小时润滑一次。'],
  ])(
    'is unsupported in the strict one and supported in the balanced one, where two sentences hold the claim together',
    async (source, claim) => {
      expect((await assess(claim, source)).verdict).toBe('unsupported');
      expect((await assess(claim, source, 'balanced')).verdict).toBe('supported');
    },
  );

  it.each([
    [SOURCE_EN, 'Lubrication is due every 500 running hours.'],
    [SOURCE_ZH, '每运行500小时润滑一次。'],
  ])('stays what it is of another value, however likely the words look', async (source, claim) => {
    const [strict, balanced] = [await assess(claim, source), await assess(claim, source, 'balanced')];
    expect(['contradicted', 'unsupported']).toContain(strict.verdict);
    expect(balanced.verdict).toBe(strict.verdict);
  });
});
