import { describe, expect, test } from 'vitest';
import { openMemoryGraphStore } from '../../graph/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { openStaticEmbedder } from '../../models/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { openMemorySearchIndex } from '../adapters/memory/memory-search-index.ts';
import { openSqliteSearchIndex } from '../adapters/sqlite/sqlite-search-index.ts';
import { analyserVersion } from '../analyse.ts';
import { EVERYTHING, type MemoryPlant, makeMemoryPlant } from '../test-support/memory-plant.ts';
import { recall } from './recall.ts';
import type { RecallQuery } from './recall-query.ts';

const embedder = openStaticEmbedder();

const CHINESE_MANUAL = [
  '轴承温度超过 85 ℃ 时，先检查润滑脂是否变质，再检查对中。',
  '机械密封泄漏的常见原因是密封面磨损或冲洗水中断。',
  '联轴器螺栓的拧紧力矩为 45 N·m，分两次交叉拧紧。',
  '变频器过流跳闸后，应测量电机绝缘并检查电缆。',
  '每三个月更换一次过滤器滤芯，压差达到 0.5 bar 时提前更换。',
  '备件应存放在干燥通风的库房内，避免阳光直射。',
];
const ENGLISH_MANUAL = [
  'Cavitation shows as noise and falling discharge pressure; raise the suction head or clean the strainer.',
  'A worn impeller lowers the flow while the motor current stays normal.',
  'Drain the gearbox oil warm and refill with ISO VG 220 up to the mark.',
  'Alarm E-2041: cooling water temperature too high. Check the heat exchanger for fouling.',
  'Store the pump indoors and turn the shaft by hand once a month.',
  'Insulation resistance of the motor winding must be at least 10 MΩ before start.',
];

async function makePlant(): Promise<MemoryPlant> {
  const plant = makeMemoryPlant(embedder);
  await plant.addDocument('循环水泵手册', CHINESE_MANUAL);
  await plant.addDocument('Pump manual', ENGLISH_MANUAL);
  return plant;
}

const signal = () => new AbortController().signal;
const ask = (plant: MemoryPlant, text: string, rest: Partial<RecallQuery> = {}) =>
  recall(
    { ...plant, embedder },
    EVERYTHING,
    {
      text,
      identifiers: siteGrammar([])
        .find(text)
        .map(({ identifier }) => identifier),
      n: 10,
      ...rest,
    },
    signal(),
  );
const texts = async (asked: ReturnType<typeof ask>) => (await asked).hits.map(({ stored }) => stored.passage.text);

describe('recall', () => {
  test.each([
    ['轴承过热怎么办', CHINESE_MANUAL[0]],
    ['why does the mechanical seal leak', CHINESE_MANUAL[1]],
    ['coupling bolt tightening torque', CHINESE_MANUAL[2]],
    ['how often is the filter element replaced', CHINESE_MANUAL[4]],
    ['泵发生汽蚀有什么现象', ENGLISH_MANUAL[0]],
    ['叶轮磨损后流量怎么变化', ENGLISH_MANUAL[1]],
    ['减速机润滑油用什么牌号', ENGLISH_MANUAL[2]],
    ['电机绕组绝缘电阻要求', ENGLISH_MANUAL[5]],
    ['E-2041 是什么报警', ENGLISH_MANUAL[3]],
  ])('finds the passage for "%s" first, in whichever language it is written', async (question, wanted) => {
    expect((await texts(ask(await makePlant(), question)))[0]).toBe(wanted);
  });

  test('says by which legs a passage was found, with its scores', async () => {
    const { hits, degraded } = await ask(await makePlant(), '报警 E-2041 冷却水温度高');
    expect(degraded).toEqual([]);
    expect(hits[0]?.stored.passage.text).toBe(ENGLISH_MANUAL[3]);
    expect(hits[0]?.legs.map(({ leg }) => leg)).toEqual(['identifier', 'lexical', 'vector']);
    expect(hits[0]?.legs[0]?.rank).toBe(1);
    expect(hits[0]?.bm25).toBeGreaterThan(0);
    expect(hits[0]?.cosine).toBeGreaterThan(0.3);
    expect(hits[0]?.features.coverage).toBeGreaterThan(hits[1]?.features.coverage ?? 1);
    expect(hits[0]?.stored.passage.language).toBe('en');
  });

  test('a code finds its own passage and none of a code that differs by one character', async () => {
    const plant = makeMemoryPlant(embedder);
    await plant.addDocument('log', ['P-101A 更换轴承', 'P-101B 更换轴承', 'P-102A bearing replaced']);
    expect((await texts(ask(plant, 'p101b 换过轴承吗')))[0]).toBe('P-101B 更换轴承');
    expect((await texts(ask(plant, 'was the bearing of P-101A replaced')))[0]).toBe('P-101A 更换轴承');
  });

  test('facts about a linked key bring the passages that support them, by any name of the thing', async () => {
    const plant = makeMemoryPlant(embedder);
    const [, support] = await plant.addDocument('drawing', ['完全无关的句子', 'V-7 opens the line', 'nothing of interest']);
    if (support === undefined) throw new Error('the document has three passages');
    const [tag, name, valve] = [
      plant.addKey('FunctionalLocation', 'tag', 'P-9'),
      plant.addKey('Asset', 'name', '备用泵'),
      plant.addKey('FunctionalLocation', 'tag', 'V-7'),
    ];
    plant.link(tag, name);
    await plant.addFact(tag, 'CONNECTS_TO', valve, support);
    const { hits } = await ask(plant, '备用泵上游', { keys: [name.id] });
    expect(hits[0]?.stored.passage.id).toBe(support.passage.id);
    expect(hits[0]?.legs.some(({ leg }) => leg === 'graph')).toBe(true);
  });

  test('a replaced revision stays behind the valid one', async () => {
    const plant = makeMemoryPlant(embedder);
    await plant.addDocument('manual A', ['联轴器螺栓拧紧力矩 40 N·m'], 1);
    await plant.addDocument('manual B', ['联轴器螺栓拧紧力矩 45 N·m'], 0);
    expect(await texts(ask(plant, '联轴器螺栓力矩'))).toEqual(['联轴器螺栓拧紧力矩 45 N·m', '联轴器螺栓拧紧力矩 40 N·m']);
  });

  test('a scope keeps every leg within it', async () => {
    const plant = await makePlant();
    const all = await ask(plant, '电机 motor insulation');
    const english = await ask(plant, '电机 motor insulation', { where: { languages: ['en'] } });
    expect(all.hits.some(({ stored }) => stored.passage.language === 'zh')).toBe(true);
    expect(english.hits.length).toBeGreaterThan(0);
    expect(english.hits.every(({ stored }) => stored.passage.language === 'en')).toBe(true);
  });

  test('the same question on the same state gives the same hits', async () => {
    const [one, other] = [await makePlant(), await makePlant()];
    expect(await ask(one, 'motor winding 电机绕组')).toEqual(await ask(other, 'motor winding 电机绕组'));
  });

  test('every index gives the same hits with the same scores', async () => {
    const { model, dimension, centre } = embedder;
    const index = openSqliteSearchIndex(':memory:', { analyser: analyserVersion(siteGrammar([])), model, dimension, centre });
    try {
      const plants = [await makePlant(), makeMemoryPlant(embedder, { index })];
      await plants[1]?.addDocument('循环水泵手册', CHINESE_MANUAL);
      await plants[1]?.addDocument('Pump manual', ENGLISH_MANUAL);
      for (const question of ['轴承过热怎么办', 'E-2041 alarm', '电机 motor insulation', 'how to store the spare parts']) {
        const [exact, sqlite] = await Promise.all(plants.map((plant) => ask(plant, question)));
        expect(sqlite).toEqual(exact);
      }
    } finally {
      index.close();
    }
  });

  test('without the index the ledger is searched, and said so', async () => {
    const down = async () => {
      throw new FaultlineError('storage-failed', 'the index file is gone');
    };
    const plant = makeMemoryPlant(embedder);
    await plant.addDocument('循环水泵手册', CHINESE_MANUAL);
    const { hits, degraded } = await ask(
      { ...plant, index: { ...openMemorySearchIndex(), candidates: down, cosines: down } },
      '机械密封泄漏',
    );
    expect(degraded).toEqual(['no-index']);
    expect(hits[0]?.stored.passage.text).toBe(CHINESE_MANUAL[1]);
  });

  test('without the graph the ledger is asked for the facts, and said so', async () => {
    const plant = await makePlant();
    const [passage] = await plant.addDocument('drawing', ['V-7 opens the line']);
    if (passage === undefined) throw new Error('the document has one passage');
    const valve = plant.addKey('FunctionalLocation', 'tag', 'V-7');
    await plant.addFact(valve, 'CONNECTS_TO', plant.addKey('FunctionalLocation', 'tag', 'P-9'), passage);
    const graph = {
      ...openMemoryGraphStore(),
      neighbours: async () => {
        throw new FaultlineError('busy', 'the graph file is in use');
      },
    };
    const { hits, degraded } = await ask({ ...plant, graph }, '阀门', { keys: [valve.id] });
    expect(degraded).toEqual(['no-graph']);
    expect(hits.some(({ legs }) => legs.some(({ leg }) => leg === 'graph'))).toBe(true);
  });

  test('a bug in a store is thrown, never taken for a store that is down', async () => {
    const plant = await makePlant();
    const candidates = async () => {
      throw new TypeError('cannot read properties of undefined');
    };
    await expect(ask({ ...plant, index: { ...plant.index, candidates } }, '轴承')).rejects.toThrow(TypeError);
  });

  test('a cancelled search stops with the reason of its signal', async () => {
    const plant = await makePlant();
    const stop = AbortSignal.abort(new Error('too late'));
    await expect(recall({ ...plant, embedder }, EVERYTHING, { text: '轴承', n: 3 }, stop)).rejects.toThrow('too late');
  });

  test('a question without a known word finds nothing and does not fail', async () => {
    const { hits } = await ask(await makePlant(), '？？？');
    expect(hits).toEqual([]);
  });
});
