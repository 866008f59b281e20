import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { verifyClaims } from './verify-claims.ts';

const FLOWS_EN = {
  id: 'flows',
  text: 'Pump P-101A delivers a rated flow of 40 m³/h. Pump P-101B delivers a rated flow of 25 m³/h. The rated flow of pump P-102A is 10 m³/h or 12 m³/h.',
};
const FLOWS_ZH = { id: 'flows', text: '泵 P-101A 的额定流量为 40 m³/h。泵 P-101B 的额定流量为 25 m³/h。' };
const CAUSES_EN = {
  id: 'causes',
  text: 'Causes of a leaking seal:\n- worn seal faces\n- dry running\n- a bent shaft\n\nCall the service.',
};
const CAUSES_ZH = { id: 'causes', text: '机械密封泄漏的原因：\n1. 密封面磨损\n2. 干运转\n3. 轴弯曲\n4. 冲洗中断' };

function verdict(text: string, source: { readonly id: string; readonly text: string }, citations?: readonly string[]) {
  const claim = { text, ...(citations === undefined ? {} : { citations }) };
  const [checked] = verifyClaims(
    { claims: [claim], sources: [source, { id: 'other', text: 'The valve is blue. 阀门为蓝色。' }] },
    siteGrammar([]),
  ).claims;
  return checked?.verdict;
}

describe('a sum that no source states', () => {
  it.each([
    [FLOWS_EN, 'Pump P-101A and pump P-101B deliver a rated flow of 65 m³/h in total.'],
    [FLOWS_EN, 'Pump P-101A delivers 40 m³/h and pump P-101B delivers 25 m³/h, a total of 65 m³/h.'],
    [FLOWS_ZH, '泵 P-101A 与泵 P-101B 的额定流量合计 65 m³/h。'],
    [FLOWS_ZH, '泵 P-101A 的额定流量 40 m³/h 与泵 P-101B 的额定流量 25 m³/h 之和为 65 m³/h。'],
  ])('is supported where its operands add up to it', (source, text) => {
    expect(verdict(text, source)).toBe('supported');
  });

  it.each([
    [FLOWS_EN, 'Pump P-101A and pump P-101B deliver a rated flow of 66 m³/h in total.'],
    [FLOWS_EN, 'Pump P-101A delivers 40 m³/h and pump P-101B delivers 25 m³/h, a total of 75 m³/h.'],
    [FLOWS_ZH, '泵 P-101A 与泵 P-101B 的额定流量合计 56 m³/h。'],
    [FLOWS_ZH, '泵 P-101A 的额定流量 40 m³/h 与泵 P-101B 的额定流量 25 m³/h 之和为 70 m³/h。'],
  ])('is contradicted where they add up to another', (source, text) => {
    expect(verdict(text, source)).toBe('contradicted');
  });

  it.each([
    [FLOWS_EN, 'Pump P-101A and pump P-103 deliver a rated flow of 65 m³/h in total.', undefined],
    [FLOWS_EN, 'Pump P-101A and pump P-102A deliver a rated flow of 50 m³/h in total.', undefined],
    [FLOWS_EN, 'Pump P-101A and pump P-101B deliver a rated flow of 65 m³/h in total.', ['other']],
    [FLOWS_ZH, '泵 P-101A 与泵 P-103 的额定流量合计 65 m³/h。', undefined],
  ])('is not supported where an operand is not cited, or has two values', (source, text, citations) => {
    expect(verdict(text, source, citations)).not.toBe('supported');
    expect(verdict(text, source, citations)).not.toBe('contradicted');
  });
});

describe('a count of what is listed', () => {
  it.each([
    [CAUSES_EN, 'A leaking seal has three causes.', 'supported'],
    [CAUSES_EN, 'A leaking seal has 4 causes.', 'contradicted'],
    [CAUSES_ZH, '机械密封泄漏有四个原因。', 'supported'],
    [CAUSES_ZH, '机械密封泄漏有 3 个原因。', 'contradicted'],
    [CAUSES_EN, 'A tripped breaker has three causes.', 'unsupported'],
    [CAUSES_ZH, '断路器跳闸有四个原因。', 'unsupported'],
  ])('is counted in its list (%#)', (source, text, wanted) => {
    expect(verdict(text, source)).toBe(wanted);
  });
});
