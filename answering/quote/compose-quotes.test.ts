import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import type { Line } from '../compose/lay-out.test-support.ts';
import { ACCESS, evidenceOf, type TestDocument } from '../compose/plant.test-support.ts';

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
