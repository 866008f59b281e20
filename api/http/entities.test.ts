import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOfEntity, parseEntityId } from '../../kernel/index.ts';
import { entityDetailSchema, entityListSchema, factSchema, neighbourhoodSchema, pathsSchema } from '../contract/entity.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const MANUAL = `# Circulating pump P-910

| Parameter | Value |
|---|---|
| Rated flow | 65 m³/h |

## 故障排除

| 故障现象 | 可能原因 | 处理方法 |
|---|---|---|
| 轴承过热 | 润滑脂过多 | 排出多余的润滑脂 |
| 轴承过热 | 对中不良 | 重新对中 |
`;
const ORDERS = `WO No,Date,Asset,Description,Failure mode
W-1,2023-02-01,P-910,seal leaks,ELP
W-2,2024-03-01,P-910,更换机械密封,ELP
W-3,2024-05-01,P-911,bearing overheats,OHE
W-4,2024-06-01,P-911,seal leaks again,ELP
`;

let service: TestService;
let manual = '';
beforeAll(async () => {
  service = await openService();
  manual = (await service.ingest('manual.md', MANUAL)).id;
  await service.ingest('orders.csv', ORDERS);
});
afterAll(() => service.close());

const find = async (query: string) => (await service.ask(entityListSchema, `/v1/entities?${query}`)).entities;
const idOf = async (name: string, type: string) => {
  const [found] = await find(`name=${encodeURIComponent(name)}&type=${type}`);
  if (found === undefined) throw new Error(`there is no ${type} ${name}`);
  return found.id;
};

describe('things', () => {
  it('are found by a part of a code or name in either language, the same name first, of one kind if asked', async () => {
    expect((await find('name=910'))[0]?.name).toBe('P-910');
    expect((await find('name=p910&type=FunctionalLocation')).map(({ name }) => name)).toEqual(['P-910']);
    const bearing = await find(`name=${encodeURIComponent('轴承过热')}`);
    expect(bearing[0]?.zh ?? bearing[0]?.name).toBe('轴承过热');
    expect(await find('name=P-999')).toEqual([]);
    const modes = async (name: string) => (await find(`name=${encodeURIComponent(name)}&type=FailureMode`)).map(({ zh, en }) => [zh, en]);
    expect(await modes('渗漏')).toEqual(await modes('seepage'));
    expect(await modes('渗漏')).toHaveLength(1);
  });

  it('come page by page, each once', async () => {
    const all = (await find('limit=200')).map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = await service.ask(entityListSchema, `/v1/entities?limit=3${cursor}`);
      paged.push(...page.entities.map(({ id }) => id));
      cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(paged).toEqual(all);
    expect((await service.problem('/v1/entities?cursor=nonsense')).code).toBe('invalid-request');
    expect((await service.problem('/v1/entities?type=Pump')).code).toBe('invalid-request');
  });

  it('are the same by each of their keys, and a key that nothing supports is not there', async () => {
    const id = await idOf('轴承过热', 'Symptom');
    const whole = await service.ask(entityDetailSchema, `/v1/entities/${id}`);
    for (const key of whole.keys) expect(await service.ask(entityDetailSchema, `/v1/entities/${key.id}`)).toEqual(whole);
    const entity = parseEntityId(id);
    if (entity === undefined) throw new Error('an entity has an id');
    expect(whole.keys.map((key) => key.id)).toContain(keyOfEntity(entity));
    for (const absent of [`key_${'0'.repeat(32)}`, `ent_${'0'.repeat(32)}`, 'P-910']) {
      expect((await service.problem(`/v1/entities/${absent}`)).code).toBe('not-found');
    }
  });

  it('carry their specifications with evidence, and count what joins them to others', async () => {
    const pump = await service.ask(entityDetailSchema, `/v1/entities/${await idOf('P-910', 'FunctionalLocation')}`);
    expect(pump.relations).toContainEqual({ predicate: 'ON', direction: 'in', count: 2 });
    for (const { object, evidence } of pump.values) {
      expect(object.kind).toBe('value');
      expect(evidence[0]?.documentId).toBe(manual);
    }
  });
});

describe('what is around a thing', () => {
  it('is given fact by fact with the words of a document, and what a cap left out is counted', async () => {
    const id = await idOf('轴承过热', 'Symptom');
    const near = await service.ask(neighbourhoodSchema, `/v1/entities/${id}/neighbourhood?depth=2`);
    expect(near.of.map((entity) => entity.id)).toEqual([id]);
    expect(near.entities[0]).toMatchObject({ id, depth: 0 });
    expect(near.entities.map(({ name }) => name)).toEqual(expect.arrayContaining(['润滑脂过多', '排出多余的润滑脂']));
    for (const { evidence } of near.facts) expect(evidence[0]).toMatchObject({ documentId: manual, status: 'stated', superseded: false });
    const few = await service.ask(neighbourhoodSchema, `/v1/entities/${id}/neighbourhood?group=1&predicates=CAUSED_BY`);
    expect(few.facts.map(({ predicate }) => predicate)).toEqual(['CAUSED_BY']);
    expect(few.leftOut).toEqual([{ entity: id, predicate: 'CAUSED_BY', direction: 'out', count: 1 }]);
    expect((await service.problem(`/v1/entities/${id}/neighbourhood?predicates=LIKES`)).code).toBe('invalid-request');
  });

  it('is joined to other things by paths, each step with a fact that can be looked up', async () => {
    const { paths, truncated } = await service.ask(pathsSchema, '/v1/paths?from=P-910&to=p911');
    expect(truncated).toBe(false);
    const [shortest] = paths;
    expect(shortest?.steps.map(({ facts }) => facts[0]?.predicate)).toEqual(['ON', 'RECORDS', 'RECORDS', 'ON']);
    expect(shortest?.steps.map(({ facts }) => facts[0]?.direction)).toEqual(['in', 'out', 'in', 'out']);
    for (const { facts } of shortest?.steps ?? []) {
      const fact = await service.ask(factSchema, `/v1/facts/${facts[0]?.id}`);
      expect(fact.evidence[0]).toMatchObject({ status: 'observed', anchors: [{ kind: 'row' }], title: 'orders.csv' });
    }
    expect((await service.ask(pathsSchema, '/v1/paths?from=P-910&to=p911&maxLength=3')).paths).toEqual([]);
    expect((await service.problem('/v1/paths?from=P-910&to=P-999')).code).toBe('not-found');
    expect((await service.problem('/v1/paths?from=P-910&to=p910')).code).toBe('invalid-request');
    expect((await service.problem(`/v1/facts/fct_${'0'.repeat(32)}`)).code).toBe('not-found');
  });
});
