import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluationText } from '../../app/evaluations/test-support/evaluation-text.ts';
import { configuredCaller, createApiKey, keepEvaluation, loadConfig } from '../../app/index.ts';
import { makeRunRecord } from '../../eval/report/make-run-record.ts';
import { makeSuiteRecord } from '../../eval/report/make-suite-record.ts';
import { evaluatedCaseListSchema, evaluationComparisonSchema, evaluationListSchema, evaluationSchema } from '../contract/evaluation.ts';
import { openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
let home: string;
let first: string;
let second: string;
beforeAll(async () => {
  service = await openService();
  home = service.application.config.home;
  first = await keepEvaluation(home, evaluationText(false));
  second = await keepEvaluation(home, evaluationText(true));
  await mkdir(join(home, 'evaluations'), { recursive: true });
  await writeFile(join(home, 'evaluations', '2025-damaged.json'), '{"format":"faultline-run-1"');
  await writeFile(join(home, 'evaluations', '2025-other.json'), '{"format":"faultline-run-9"}');
});
afterAll(() => service.close());

describe('/v1/evaluations', () => {
  it('lists reports newest first, page by page, and those that are damaged with what is wrong', async () => {
    const found: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: ReturnType<typeof evaluationListSchema.parse> = await service.ask(
        evaluationListSchema,
        `/v1/evaluations?limit=1${next === '' ? '' : `&cursor=${next}`}`,
      );
      found.push(...page.evaluations.map(({ id, kind }) => `${id} ${kind}`));
      next = page.next;
    }
    expect(found).toEqual([`${second} read`, `${first} read`, '2025-other damaged', '2025-damaged damaged']);
  });

  it('gives figures with their intervals, by form and language, and the reason of what was not run', async () => {
    const { suites } = await service.ask(evaluationSchema, `/v1/evaluations/${first}`);
    expect(suites.map(({ suite, cases, good, skipped }) => [suite, cases, good, skipped])).toEqual([
      ['gold', 2, 1, undefined],
      ['field', 0, 0, 'the public sets are not there'],
    ]);
    expect(suites[0]?.measures[0]).toEqual({ metric: 'right', by: 'all', group: '', cases: 2, value: 0.5, low: 0.1, high: 0.9 });
  });

  it('goes from a figure down to its cases, in both languages, page by page', async () => {
    const cases = (query: string) => service.ask(evaluatedCaseListSchema, `/v1/evaluations/${first}/cases?suite=gold${query}`);
    const chinese = await cases('&metric=right&by=language&group=zh');
    expect(chinese.cases.map(({ id, shown }) => [id, shown?.question])).toEqual([['gold-1', 'P-9 密封的拧紧力矩是多少？']]);
    expect((await cases('&by=form&group=procedure')).cases.map(({ id }) => id)).toEqual(['gold-2']);
    expect((await cases('&bad=true')).cases.map(({ id }) => id)).toEqual(['gold-2']);
    expect((await cases('&metric=none')).total).toBe(0);
    const page = await cases('&limit=1');
    expect([page.total, page.cases.map(({ id }) => id)]).toEqual([2, ['gold-1']]);
    expect((await cases(`&limit=1&cursor=${page.next}`)).cases.map(({ id }) => id)).toEqual(['gold-2']);
  });

  it('holds a report against an earlier one and names the cases that came out otherwise', async () => {
    const compared = await service.ask(evaluationComparisonSchema, `/v1/evaluations/${second}/comparison?with=${first}`);
    expect(compared.differences.map(({ metric, difference }) => [metric.name, difference])).toEqual([['right', 0.5]]);
    expect(compared.changes).toEqual([{ suite: 'gold', id: 'gold-2', first: 'wrong', second: 'right', turned: 'better' }]);
    expect(compared.problems).toEqual([{ suite: 'field', kind: 'one-alone' }]);
  });

  it('answers what is not there, damaged, of another form or outside the folder with a typed problem', async () => {
    const codes = async (id: string) => (await service.problem(`/v1/evaluations/${id}`)).code;
    expect(await codes('2024-none')).toBe('not-found');
    expect(await codes('..%2F..%2Fledger')).toBe('not-found');
    expect(await codes('2025-damaged')).toBe('parse-failed');
    expect((await service.problem('/v1/evaluations/2025-other/cases?suite=gold')).detail).toContain('format');
    expect((await service.problem(`/v1/evaluations/${first}/cases?suite=none`)).code).toBe('not-found');
    await expect(keepEvaluation(home, '{"a":1}')).rejects.toMatchObject({ code: 'parse-failed' });
  });

  it('reads what `faultline eval` writes', async () => {
    const scored = {
      id: 'claim-1',
      language: 'en',
      form: 'edit',
      outcome: 'kept',
      isGood: true,
      values: {},
      scored: { score: 0.7, isSupported: true },
    } as const;
    const metric = {
      name: 'auroc',
      title: { zh: '甲', en: 'A' },
      statistic: 'auroc',
      better: 'higher',
      unit: 'share',
      isGuarded: false,
    } as const;
    const suite = makeSuiteRecord(
      { suite: 'claims', title: { zh: '断言', en: 'Claims' }, corpus: 'c', scoresAre: 'chances', metrics: [metric], cases: [scored] },
      1,
    );
    const record = makeRunRecord({ version: '0.1.0', at: Date.UTC(2024, 0, 1), seed: 1, configuration: 'c' }, [suite]);
    const id = await keepEvaluation(home, JSON.stringify(record));
    const { cases } = await service.ask(evaluatedCaseListSchema, `/v1/evaluations/${id}/cases?suite=claims&metric=auroc`);
    expect(cases.map((one) => one.id)).toEqual(['claim-1']);
  });

  it('are for reviewers who may read everything, since their cases quote documents', async () => {
    const owner = configuredCaller(loadConfig({ home }, {}));
    const keyOf = async (name: string, role: 'engineer' | 'reviewer', labels: 'all' | readonly string[], byte: number) =>
      (await createApiKey(service.application, owner, { name, role, labels, random: new Uint8Array(32).fill(byte) })).secret;
    const as = async (key: string) =>
      (await service.http.request('/v1/evaluations', { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await as(await keyOf('reads all', 'reviewer', 'all', 1))).toBe(200);
    expect(await as(await keyOf('reads some', 'reviewer', [], 2))).toBe(403);
    expect(await as(await keyOf('works', 'engineer', 'all', 3))).toBe(403);
  });
});
