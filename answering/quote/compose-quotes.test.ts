import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import type { Line } from '../compose/lay-out.test-support.ts';
import { ACCESS, evidenceOf, type TestDocument } from '../compose/plant.test-support.ts';
import { understandRequest } from '../understand-request.ts';
import { BLOCK_FEATURES, type BlockFeatures } from './block-features.ts';
import { composeQuotes } from './compose-quotes.ts';
import type { JudgedBlock } from './judge-blocks.ts';

const paragraph = (headings: readonly string[], text: string): Line => ({ kind: 'paragraph', headings, text });

const GATEWAY: TestDocument = {
  title: 'Brightlink gateway guide',
  uri: 'gateway/brightlink.md',
  lines: [
    paragraph(['Brightlink gateway', 'Serial link'], 'The serial link runs at 19200 baud unless the configuration says otherwise.'),
    paragraph(
      ['Brightlink gateway', 'Restart after an update'],
      'The Brightlink gateway has to be restarted after every firmware update. Press the reset button for five seconds until the lamp turns green, then wait until the serial link is up again.',
    ),
    paragraph(['Brightlink gateway', 'Housing'], 'The housing is made of aluminium and is mounted on a rail.'),
  ],
};
const FEEDER: TestDocument = {
  title: '喂料机使用说明',
  uri: 'feeder/weiliaoji.md',
  lines: [
    paragraph(['喂料机', '料斗清理'], '每班结束后必须清理料斗，清理前关闭电源。'),
    paragraph(['喂料机', '料位指示灯'], '料位指示灯闪烁表示料斗内物料不足，请及时加料。'),
    paragraph(['喂料机', '外壳'], '外壳为不锈钢材质，防护等级见铭牌。'),
  ],
};

async function ask(question: string, documents: readonly TestDocument[] = [GATEWAY, FEEDER]) {
  const { content } = await answerQuestion(evidenceOf(documents), ACCESS, { question }, new AbortController().signal);
  return { ...content, said: content.claims.map(({ text }) => text) };
}

describe('a question of any form', () => {
  it.each([
    ['Does the Brightlink gateway have to be restarted after a firmware update?', 'restarted after every firmware update'],
    ['喂料机的料位指示灯闪烁表示什么？', '物料不足'],
  ])('is answered with the place that speaks of it: %s', async (question, words) => {
    const { decision, said, citations } = await ask(question);
    expect(decision).toBe('answered');
    expect(said.join('\n')).toContain(words);
    expect(citations.length).toBeGreaterThan(0);
  });
});

describe('a row that answers', () => {
  const models = (words: string, ...rows: readonly (readonly [string, string])[]): TestDocument => ({
    title: words,
    uri: `models/${words}.md`,
    lines: rows.map(([model, depth]) => ({
      kind: 'table-row',
      headings: [words],
      row: [
        ['Model', undefined, model],
        ['Depth', undefined, depth],
      ],
    })),
  });
  const NO_FEATURES = Object.fromEntries(BLOCK_FEATURES.map((name) => [name, 0])) as BlockFeatures;

  it.each([
    ['How deep is the rack?', ['Rack', 'Rack XL'], 1],
    ['Which depths have all of the racks?', ['Rack', 'Rack XL'], 2],
    ['机架有多深？', ['机架', '机架加大型'], 1],
    ['所有机架分别有多深？', ['机架', '机架加大型'], 2],
  ] as const)('is joined by a row about another thing where several are asked: %s', async (text, [own, other], expected) => {
    const plant = evidenceOf([models(own, [own, '40 cm'], [other, '80 cm'])]);
    const { question } = await understandRequest(plant, ACCESS, { question: text }, 0);
    const query = { text: own, keys: [], identifiers: [], expansions: [], parts: [{ where: { kinds: ['table-row' as const] }, n: 2 }] };
    const { parts } = await plant.find(ACCESS, query, new AbortController().signal);
    const judged = (parts[0] ?? []).map(({ stored, score }, at): JudgedBlock => {
      const block = { hit: stored, rank: at + 1, score, passages: [stored], before: [], behind: [] } as const;
      return { block, features: NO_FEATURES, chance: 0.9 - at / 10 };
    });
    expect(judged).toHaveLength(2);
    expect((await composeQuotes(plant, ACCESS, question, judged))?.claims).toHaveLength(expected);
  });
});

describe('a table that answers as a whole', () => {
  const torques: TestDocument = {
    title: 'Compressor C-515 压缩机',
    uri: 'c-515.md',
    lines: [
      ['Foundation bolts', '610 N·m'],
      ['Cover bolts', '37 N·m'],
    ].map(([bolts = '', torque = '']) => ({
      kind: 'table-row',
      headings: ['Torques of C-515'],
      row: [
        ['Fastener', 'component', bolts],
        ['Tightening torque', 'torque', torque],
      ],
    })),
  };
  const features = Object.fromEntries(BLOCK_FEATURES.map((name) => [name, 0])) as BlockFeatures;

  it.each([
    ['whose row for the asked thing stands out is told by that row (zh)', 'C-515 阀盖螺栓的拧紧力矩是多少？', 0.3, 1],
    ['whose row for the asked thing stands out is told by that row (en)', 'What is the torque of the canopy bolts of C-515?', 0.3, 1],
    ['is told whole where no row stands out', 'What is the torque of the canopy bolts of C-515?', 0.69, 2],
    ['is told whole where each row names what is asked about (zh)', 'C-515 螺栓的拧紧力矩是多少？', 0.3, 2],
    ['is told whole where each row names what is asked about', 'What is the torque of the bolts of C-515?', 0.3, 2],
  ])('%s', async (_, text, other, expected) => {
    const plant = evidenceOf([torques]);
    const { question } = await understandRequest(plant, ACCESS, { question: text }, 0);
    const query = { text: 'bolts', keys: [], identifiers: [], expansions: [], parts: [{ where: { kinds: ['table-row' as const] }, n: 2 }] };
    const { parts } = await plant.find(ACCESS, query, new AbortController().signal);
    const rows = (parts[0] ?? []).map(({ stored }) => stored).sort((a, b) => a.passage.order - b.passage.order);
    const [foundation, cover] = rows;
    if (foundation === undefined || cover === undefined) throw new Error('both rows are found');
    const judge = (passages: readonly [typeof cover, ...(typeof cover)[]], chance: number): JudgedBlock => ({
      block: { hit: passages[0], rank: 1, score: 1, passages, before: [], behind: [] },
      features,
      chance,
    });
    const judged = [judge([foundation, cover], 0.74), judge([cover], 0.72), judge([foundation], other)];
    const composed = await composeQuotes(plant, ACCESS, question, judged);
    expect(composed?.claims).toHaveLength(expected);
    if (expected === 1)
      expect(composed?.claims.map((claim) => (claim.kind === 'computed' ? '' : claim.spans[0]?.stored.passage.id))).toEqual([
        cover.passage.id,
      ]);
  });
});

describe('what is not sure to answer', () => {
  it.each(['What paint goes on the Brightlink gateway cabinet door?', '喂料机电机轴承用什么牌号的油脂？'])(
    'is shown as the nearest, and not as an answer: %s',
    async (question) => {
      const { decision, missing, reason } = await ask(question);
      expect(decision).toBe('nearest');
      expect(reason).toBeUndefined();
      expect(missing).not.toBe('');
    },
  );

  it('names the words that no document has', async () => {
    expect((await ask('What paint goes on the Brightlink gateway cabinet door?')).missing).toContain('paint');
    expect((await ask('喂料机电机轴承用什么牌号的油脂？')).missing).toContain('油脂');
  });

  it.each([
    ['How many volts does the Brightlink gateway need?', 'V'],
    ['喂料机料斗清理时的电压是多少伏？', '伏'],
  ])('holds for a value of which no block has the kind: %s', async (question) => {
    expect((await ask(question)).decision).not.toBe('answered');
  });

  it.each([
    ['Which rails (17xx) is the housing of the Brightlink gateway mounted on?', '17xx', 'on a rail'],
    ['喂料机外壳（17xx）是什么材质的配件？', '17xx', '不锈钢'],
  ])('is shown beside a word that looks like a code and is none that anybody speaks of: %s', async (question, code, words) => {
    const { decision, said, missing } = await ask(question);
    expect(decision).toBe('nearest');
    expect(said.join('\n')).toContain(words);
    expect(missing).toContain(code);
  });

  it('holds for a code that only others have', async () => {
    const others: TestDocument = {
      title: 'Drive notes',
      uri: 'drives/notes.md',
      lines: [paragraph(['Drive notes', 'ZX-41'], 'The ZX-41 has to be restarted after every firmware update.')],
    };
    const { decision, said } = await ask('Does the ZX-47 have to be restarted after a firmware update?', [others]);
    expect(decision).not.toBe('answered');
    expect(said.join()).not.toContain('ZX-41');
  });

  it('is refused where nothing was read, and that is said', async () => {
    expect(await ask('Does the gateway have to be restarted?', [])).toMatchObject({
      decision: 'abstained',
      reason: 'nothing-read',
      claims: [],
    });
  });
});
