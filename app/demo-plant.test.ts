import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../answering/index.ts';
import { goldQuestionSchema } from '../datasets/index.ts';
import type { AggregateQuery, Field, Filter } from '../kernel/index.ts';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { ingestFiles } from './commands/ingest-files.ts';
import { packageFile } from './package-file.ts';
import { readerAccess } from './reader-access.ts';
import { atomCount, atomsOf, strayAtoms, strayFigures, wordsOf } from './test-support/answer-atoms.ts';
import { knowledgeOf } from './test-support/whole-state.ts';
import { CALLER, NEVER, openHome } from './test-support/workspace.ts';

const FILES = packageFile('datasets', 'demo-plant', 'files');
const MINUTES = 900_000;

describe('the demo plant', () => {
  let folder = '';
  let application: Application;
  const answers: { readonly question: string; readonly content: Answer['content'] }[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'faultline-demo-'));
    application = await openHome(join(folder, 'home'));
    await ingestFiles(application, CALLER, { paths: [FILES] }, () => undefined, NEVER);
    const gold = (await readFile(join(FILES, 'gold.jsonl'), 'utf8')).trim().split('\n');
    for (const line of gold) {
      const { question } = goldQuestionSchema.parse(JSON.parse(line));
      answers.push({ question, content: (await askQuestion(application, CALLER, { question }, NEVER)).content });
    }
  }, MINUTES);
  afterAll(async () => {
    await application.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has evidence whose every quote is the stored text at its span', async () => {
    const lines = (await knowledgeOf(application)).map((line) => JSON.parse(line));
    const texts = new Map<string, string>(lines.filter(({ line }) => line === 'passage').map(({ id, text }) => [id, text]));
    const evidence = lines.filter(({ line }) => line === 'evidence');
    const misquoted = evidence.filter(
      ({ passage, span_start, span_end, content }) => texts.get(passage)?.slice(span_start, span_end) !== content.quote,
    );
    expect(misquoted).toEqual([]);
    expect(evidence.length).toBeGreaterThan(1_000);
  });

  it('gives answers whose every citation is the stored text at its span', async () => {
    const citations = answers.flatMap(({ content }) => content.citations);
    const stored = await passagesOf(citations.map(({ passageId }) => passageId));
    const misquoted = citations.filter(
      ({ passageId, start, end, quote, anchors }) => stored.get(passageId)?.text.slice(start, end) !== quote || anchors.length === 0,
    );
    expect(misquoted).toEqual([]);
    expect(citations.length).toBeGreaterThan(answers.length);
  });

  it('says no quantity, code or number that is not in the passages cited for it', async () => {
    let atoms = 0;
    const stray: unknown[] = [];
    for (const { question, content } of answers) {
      const stored = await passagesOf(content.citations.map(({ passageId }) => passageId));
      const cited = (indices: readonly number[]): string[] =>
        indices.flatMap((index) => {
          const passage = stored.get(content.citations[index]?.passageId ?? '');
          return passage === undefined ? [] : [wordsOf(passage)];
        });
      const said = [
        ...[...content.claims, ...content.safety].filter(({ kind }) => kind !== 'computed'),
        ...content.conflicts.map(({ text, other }) => ({ text, citations: [other] })),
      ];
      for (const { text, citations } of said) {
        atoms += atomCount(text);
        const found = strayAtoms(text, atomsOf(cited(citations)));
        if (found.length > 0) stray.push({ question, text, found });
      }
    }
    expect(stray).toEqual([]);
    expect(atoms).toBeGreaterThan(200);
  });

  it('gives figures that are computed again to the same rows and proof, and words them without any other number', async () => {
    const access = await readerAccess(application, CALLER);
    const figures = answers.flatMap(({ question, content }) => content.claims.map((claim) => ({ question, ...claim })));
    const computed = figures.flatMap(({ computed, text, question }) => (computed === undefined ? [] : [{ computed, text, question }]));
    for (const { computed: said, text, question } of computed) {
      const again = await application.ledger.records.aggregate(access, said.query, NEVER);
      expect({ question, rows: said.rows, matched: said.matched, proof: said.proof }).toEqual({
        question,
        // The figure may be the first of several ranked rows.
        rows: again.rows.slice(0, said.rows.length),
        matched: again.matched,
        proof: again.proof,
      });
      const { from, where } = said.query;
      expect(said.rows.length).toBeGreaterThan(0);
      const rows = await application.ledger.records.rows(access, { from, where, offset: 0, limit: 10_000 }, NEVER);
      expect(rows).toHaveLength(said.matched);
      const known = [...said.rows.flat(), said.matched, ...said.nulls, ...(await leftOut(said.query))];
      expect({ question, text, stray: strayFigures(text, said.query, known) }).toEqual({ question, text, stray: [] });
    }
    expect(computed.length).toBeGreaterThan(5);
  });

  it('names in a refusal no code and no quantity but the question’s and what the documents hold', async () => {
    const known = (await knowledgeOf(application)).map((line) => JSON.parse(line)).filter(({ line }) => line === 'passage');
    const atoms = atomsOf(known.map(({ text }) => text as string));
    const refusals = answers.filter(({ content }) => content.missing !== '');
    for (const { question, content } of refusals) {
      const said = [content.missing, ...content.candidates.map(({ text }) => text)].join('\n');
      expect({ question, said, stray: strayAtoms(said, atoms).filter((atom) => !question.includes(atom)) }).toMatchObject({ stray: [] });
    }
    expect(refusals.length).toBeGreaterThan(10);
  });

  /** How many rows a figure tells to be no part of it: without a date where a time is asked for, without a group, and repeated ones. */
  async function leftOut({ from, where }: AggregateQuery): Promise<readonly number[]> {
    const access = await readerAccess(application, CALLER);
    const conditions = where.kind === 'all' ? where.filters : [where];
    const count = async (filters: readonly Filter[], field?: Field): Promise<number> => {
      const rows = await application.ledger.records.rows(
        access,
        { from, where: { kind: 'all', filters }, offset: 0, limit: 10_000 },
        NEVER,
      );
      return rows.filter(({ record }) => field === undefined || record.columns[field]?.kind !== 'date').length;
    };
    const spanOf = (filter: Filter) => (filter.kind === 'not' ? filter.filter : filter);
    const time = conditions.map(spanOf).find((filter) => filter.kind === 'between');
    const undated =
      time?.kind === 'between'
        ? await count(
            conditions.filter((one) => spanOf(one) !== time),
            time.field,
          )
        : 0;
    const repeated = (await count(conditions.filter((one) => one.kind !== 'unrepeated'))) - (await count(conditions));
    const grouped = conditions.find((one) => one.kind === 'not' && one.filter.kind === 'null');
    const ungrouped = grouped === undefined ? 0 : (await count(conditions.filter((one) => one !== grouped))) - (await count(conditions));
    return [undated, repeated, ungrouped];
  }

  async function passagesOf(ids: readonly Answer['content']['citations'][number]['passageId'][]) {
    const stored = await application.ledger.passages.get(await readerAccess(application, CALLER), [...new Set(ids)]);
    return new Map<string, (typeof stored)[number]['passage']>(stored.map(({ passage }) => [passage.id, passage]));
  }
});
