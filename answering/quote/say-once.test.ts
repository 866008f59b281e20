import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import type { Line } from '../compose/lay-out.test-support.ts';
import { ACCESS, evidenceOf, type TestDocument } from '../compose/plant.test-support.ts';

const paragraph = (headings: readonly string[], text: string): Line => ({ kind: 'paragraph', headings, text });

async function said(question: string, documents: readonly TestDocument[]) {
  const { content } = await answerQuestion(evidenceOf(documents), ACCESS, { question }, new AbortController().signal);
  return { decision: content.decision, texts: content.claims.map(({ text }) => text), titles: content.citations.map(({ title }) => title) };
}

const EN = 'The Brightlink gateway stops sending after 30 s without an answer of the station.';
const ZH = 'Brightlink 网关在 30 s 内收不到从站应答时停止发送。';
const english = (lines: readonly Line[]): TestDocument => ({ title: 'Brightlink gateway', uri: 'brightlink/en/gateway.md', lines });
const chinese = (lines: readonly Line[]): TestDocument => ({ title: 'Brightlink 网关', uri: 'brightlink/zh/gateway.md', lines });
const TWINS: readonly TestDocument[] = [
  english([paragraph(['Brightlink gateway', 'Housing'], 'Made of aluminium.'), paragraph(['Brightlink gateway', 'Sending'], EN)]),
  chinese([paragraph(['Brightlink 网关', '外壳'], '铝制。'), paragraph(['Brightlink 网关', '发送'], ZH)]),
];
const QUESTIONS = [
  ['What colour does the Brightlink gateway show when it stops sending?', EN, ZH],
  ['Brightlink 网关停止发送时显示什么颜色？', ZH, EN],
] as const;

describe('a place and its translation', () => {
  it.each(QUESTIONS)('are shown once, in the language that asks: %s', async (question, own, other) => {
    for (const documents of [TWINS, [...TWINS].reverse()]) {
      const { decision, texts } = await said(question, documents);
      expect(decision).toBe('nearest');
      expect(texts).toContain(own);
      expect(texts).not.toContain(other);
    }
  });

  it.each(QUESTIONS)('are shown once where one document has other levels of titles: %s', async (question, own, other) => {
    const [first] = TWINS;
    if (first === undefined) throw new Error('no document');
    const flat = chinese([paragraph(['Brightlink 网关'], '说明。'), paragraph(['外壳'], '铝制。'), paragraph(['发送'], ZH)]);
    const { texts } = await said(question, [first, flat]);
    expect(texts).toContain(own);
    expect(texts).not.toContain(other);
  });

  it.each(QUESTIONS)('are both shown where they stand in other sections: %s', async (question) => {
    const documents = [
      english([paragraph(['Brightlink gateway', 'Sending'], EN)]),
      chinese([paragraph(['Brightlink 网关', '外壳'], '铝制。'), paragraph(['Brightlink 网关', '发送'], ZH)]),
    ];
    expect((await said(question, documents)).texts).toEqual(expect.arrayContaining([EN, ZH]));
  });

  it.each([
    ['What colour does the Brightlink gateway show for frames it does not send?', 'Frames'],
    ['Brightlink 网关不发送的报文显示什么颜色？', '报文'],
  ])('are shown once by their codes, though one document has a section more: %s', async (question, own) => {
    const types = 'C_SC_TA_1, C_DC_TA_1, C_RC_TA_1';
    const documents = [
      english([paragraph(['Brightlink gateway', 'Sending'], `Frames that the Brightlink gateway does not send: ${types}.`)]),
      chinese([
        paragraph(['Brightlink 网关', '外壳'], '铝制。'),
        paragraph(['Brightlink 网关', '发送'], `Brightlink 网关不发送的报文：${types}。`),
      ]),
    ];
    const spoken = (await said(question, documents)).texts.filter((text) => text.includes('C_SC'));
    expect(spoken).toHaveLength(1);
    expect(spoken[0]).toContain(own);
  });

  it.each(QUESTIONS)('are both shown where their numbers differ: %s', async (question) => {
    const other = ZH.replace('30', '60');
    const documents = [english([paragraph(['Brightlink gateway'], EN)]), chinese([paragraph(['Brightlink 网关'], other)])];
    expect((await said(question, documents)).texts).toEqual(expect.arrayContaining([EN, other]));
  });
});

describe('one text in two versions', () => {
  it.each([
    ['What colour does the Brightlink gateway show when it stops sending?', EN],
    ['Brightlink 网关停止发送时显示什么颜色？', ZH],
  ])('is shown of the newest: %s', async (question, text) => {
    const of = (version: string): TestDocument => ({
      title: `Gateway ${version}`,
      uri: `brightlink/${version}/gateway.md`,
      lines: [paragraph(['Sending'], text)],
    });
    for (const versions of [
      ['v1.9', 'v1.10'],
      ['v1.10', 'v1.9'],
    ]) {
      const { texts, titles } = await said(question, versions.map(of));
      expect(texts).toEqual([text]);
      expect(titles.join()).toContain('1.10');
    }
  });
});
