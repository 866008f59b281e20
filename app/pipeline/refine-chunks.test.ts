import { describe, expect, it } from 'vitest';
import type { Progress, ReadRequest } from '../../ingest/index.ts';
import { DEFAULT_READ_LIMITS } from '../../ingest/index.ts';
import { languageOf, makeDocumentId, makePassageId, makeVersionId, type Passage } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { passageTokens } from '../../retrieval/index.ts';
import { CALLER } from '../test-support/workspace.ts';
import { refineChunks } from './refine-chunks.ts';
import { type ExtractionPoint, PASSAGES_A_STEP, REFINED, type Refined, START_OF_EXTRACTION } from './refinement.ts';

const versionId = makeVersionId(makeDocumentId(CALLER.tenant, 'manual'), 'bytes');
const TEXTS = ['P-101 振动过大的原因是轴承磨损。', 'Tighten the bolts of P-102 to 45 N·m.', 'Alarm E101 means dry running of P-101.'];

function passagesOf(count: number): readonly Passage[] {
  return Array.from({ length: count }, (_, order): Passage => {
    const text = `${order}: ${TEXTS[order % TEXTS.length]}`;
    return {
      id: makePassageId(versionId, 'paragraph', String(order), text),
      versionId,
      kind: 'paragraph',
      text,
      language: languageOf(text),
      headings: ['Pumps 泵'],
      anchors: [{ kind: 'block', path: String(order), start: 0, end: text.length }],
      order,
      structure: {},
      scope: [],
    };
  });
}

async function refined(
  sizes: readonly number[],
  from: ExtractionPoint = START_OF_EXTRACTION,
  passages = passagesOf(900),
): Promise<readonly Refined[]> {
  const report = { characters: 0, passages: 0, tables: 0, excluded: {}, garbled: 0, warnings: [] };
  async function* reading(): AsyncGenerator<Progress> {
    let start = 0;
    for (const [ordinal, size] of sizes.entries()) {
      const chunk = {
        ordinal,
        inputHash: String(ordinal),
        carry: null,
        passages: passages.slice(start, start + size),
        records: [],
        excluded: [],
        done: start,
      };
      yield { kind: 'chunk', chunk, report };
      start += size;
    }
    yield { kind: 'ended', outcome: 'visible', report, properties: { language: 'mixed' } };
  }
  const refinement = { tenant: CALLER.tenant, site: 'main', title: 'Pumps', patterns: [], from };
  const request: ReadRequest = { path: '', fileName: 'manual.md', versionId, limits: DEFAULT_READ_LIMITS, refinement };
  const made: Refined[] = [];
  for await (const step of refineChunks(reading(), request)) if (step.kind !== 'survey') made.push(REFINED.parse(step.refined));
  return made;
}

const stepsOf = (made: readonly Refined[]) => made.flatMap(({ steps }) => steps);

describe('refineChunks', () => {
  it('extracts the same steps however the passages come in chunks', async () => {
    const whole = stepsOf(await refined([900]));
    expect(whole.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2]);
    expect(whole.every(({ facts, keys }) => facts.length > 0 && keys.length > 0)).toBe(true);
    expect(stepsOf(await refined([1, 398, 2, 0, 499]))).toEqual(whole);
  });

  it('goes on where an earlier reading stopped, with the passages that no step had taken', async () => {
    const whole = stepsOf(await refined([900]));
    const passages = passagesOf(900);
    const from = { ordinal: 1, carry: whole[0]?.carry, passages: passages.slice(PASSAGES_A_STEP, 650), records: [] };
    expect(stepsOf(await refined([100, 150], from, passages.slice(650)))).toEqual(whole.slice(1));
  });

  it('analyses each passage in its place', async () => {
    const made = await refined([500, 400]);
    expect(made.map(({ tokens }) => tokens.length)).toEqual([500, 400, 0]);
    expect(made[1]?.tokens).toEqual(
      passagesOf(900)
        .slice(500)
        .map((passage) => passageTokens(passage, siteGrammar([]))),
    );
  });
});
