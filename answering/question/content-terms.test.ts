import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { askedDimensions } from './asked-dimensions.ts';
import { contentTerms } from './content-terms.ts';
import { findPremises } from './find-premises.ts';

const terms = (text: string) => contentTerms(text, [], siteGrammar([])).map((term) => term.text);

describe('the terms of a question', () => {
  it('are its subject, without the words of asking', () => {
    expect(terms('What is the tightening torque of the casing bolts?')).toEqual(['tightening torque', 'casing', 'bolts']);
    expect(terms('请问轴承温度的报警值是多少？')).toContain('轴承温度');
  });

  it('leave out measure words and particles that the segmenter joins to nouns', () => {
    expect(terms('一共有多少张工单？').join()).not.toMatch(/张|多少/u);
    expect(terms('断电后要等多久才能开盖？').join()).not.toMatch(/后要|多久/u);
  });

  it('are words of asking only where they are what is asked for', () => {
    const of = (text: string, intent: 'specification' | 'part-or-tool' | 'remedy' | 'next-check') =>
      contentTerms(text, [], siteGrammar([]), intent).map((term) => term.text);
    expect(of('Which tool do I need for the coupling?', 'part-or-tool')).toEqual(['coupling']);
    expect(of('How heavy is the special tool?', 'specification')).toContain('tool');
    expect(of('轴承过热时先检查什么？', 'next-check').join()).not.toContain('检查');
    expect(of('轴承检查的间隔是多少？', 'specification').join()).toContain('检查');
    expect(of('备件的重量是多少？', 'specification').join()).toContain('备件');
    expect(of('What is the high level of the tank?', 'specification').join(' ')).toMatch(/high.*level/);
  });

  it.each([
    ['机械密封的备件编号', '机械密封'],
    ['机械密封的物料编码是多少？', '机械密封'],
    ['SKU of the mechanical seal?', 'mechanical seal'],
  ])('leave out what tables call the column that is asked for: %s', (text, subject) => {
    expect(contentTerms(text, [], siteGrammar([]), 'part-or-tool').map((term) => term.text)).toEqual([subject]);
  });

  it('say which bound of a value is asked for', () => {
    expect(contentTerms('What is the maximum flow?', [], siteGrammar([])).map(({ text, member }) => [text, member])).toEqual([
      ['maximum', 'maximum'],
      ['flow', undefined],
    ]);
    expect(contentTerms('最小流量是多少？', [], siteGrammar([])).map(({ text, member }) => [text, member])).toEqual([
      ['最小', 'minimum'],
      ['流量', undefined],
    ]);
  });

  it('hold no part of a word of asking', () => {
    expect(contentTerms('加多少', [], siteGrammar([]), 'specification')).toEqual([]);
  });

  it('stand at their places', () => {
    const text = '更换机械密封的步骤';
    for (const term of contentTerms(text, [], siteGrammar([]))) expect(text.slice(term.start, term.end)).toBe(term.text);
  });
});

describe('the kind of value', () => {
  it('is told by plain wordings before soft ones', () => {
    expect(askedDimensions('How often is the coupling alignment checked?')).toEqual(['time']);
    expect(askedDimensions('联轴器对中多久检查一次？')).toEqual(['time']);
    expect(askedDimensions('最大工作压力是多少？')).toEqual(['pressure']);
    expect(askedDimensions('Which colour is it?')).toEqual([]);
  });
});

describe('premises', () => {
  it('are what a question takes for granted', () => {
    expect(findPremises('Since the torque is 90 N·m, which tool do I use?').map((premise) => premise.text)).toEqual([
      'the torque is 90 N·m',
    ]);
    expect(findPremises('为什么报警 A-117 表示油位低？').map((premise) => premise.text)).toEqual(['报警 A-117 表示油位低']);
  });

  it('hold their subject where it stands before the word', () => {
    expect(findPremises('A-424 既然表示无可用备用泵，应先检查哪个传感器？').map((premise) => premise.text)).toEqual([
      'A-424 既然表示无可用备用泵',
    ]);
  });

  it('are no conditions', () => {
    expect(findPremises('If the temperature is above 90 °C, what do I do?')).toEqual([]);
    expect(findPremises('温度超过 90 ℃ 时怎么办？')).toEqual([]);
  });
});
