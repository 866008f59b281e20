import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { verifyClaims } from './verify-claims.ts';

const verdictOf = (answer: string, text: string) =>
  verifyClaims({ answer, sources: [{ id: 'a', text }] }, siteGrammar([])).claims.map(({ verdict }) => verdict);

const SOURCES = {
  zh: '轴承温度报警值为 85 ℃，停机值为 95 ℃。',
  en: 'Bearing temperature: alarm at 85 °C, trip at 95 °C.',
  bolts: 'The cover bolts are tightened to 25 N·m and the foot bolts to 60 N·m.',
  behind: '冷却水压力：0.3 MPa（进口），0.2 MPa（出口）。',
};

describe('two values of one kind', () => {
  it.each([
    ['报警温度 95 ℃，停机温度 85 ℃。', SOURCES.zh],
    ['The alarm is at 95 °C and the trip at 85 °C.', SOURCES.en],
    ['Tighten the foot bolts to 25 N·m, the cover bolts to 60 N·m.', SOURCES.bolts],
    ['冷却水压力进口 0.2 MPa，出口 0.3 MPa。', SOURCES.behind],
  ])('each beside the words of the other are contradicted: %s', (answer, source) => {
    expect(verdictOf(answer, source)).toEqual(['contradicted']);
  });

  it.each([
    ['报警温度 85 ℃，停机温度 95 ℃。', SOURCES.zh],
    ['停机温度 95 ℃，报警温度 85 ℃。', SOURCES.zh],
    ['It trips at 95 °C and gives an alarm at 85 °C.', SOURCES.en],
    ['The foot bolts are tightened to 60 N·m and the cover bolts to 25 N·m.', SOURCES.bolts],
    ['The bolts are tightened to 25 N·m and 60 N·m.', SOURCES.bolts],
    ['冷却水压力出口 0.2 MPa，进口 0.3 MPa。', SOURCES.behind],
  ])('in another order, or without words of their own, are not: %s', (answer, source) => {
    expect(verdictOf(answer, source)).not.toContain('contradicted');
  });
});

describe('one value of several of one kind', () => {
  const GREASE = 'Grease the drive-end bearing with 30 g and the non-drive-end bearing with 25 g every 2000 h.';
  const FOR = 'Torque: 25 N·m for the cover bolts and 60 N·m for the foot bolts.';
  const ZH = '端盖螺栓拧紧至 25 N·m，地脚螺栓拧紧至 60 N·m。';

  it.each([
    ['The foot bolts are tightened to 25 N·m.', SOURCES.bolts],
    ['Tighten the foot bolts to 25 N·m.', SOURCES.bolts],
    ['The cover bolts: 60 N·m.', SOURCES.bolts],
    ['The foot bolts are tightened to 25 N·m.', FOR],
    ['The drive-end bearing gets 25 g.', GREASE],
    ['The fan runs at 1450 rpm.', 'The pump runs at 1450 rpm and the fan at 980 rpm.'],
    ['停机温度为 85 ℃。', SOURCES.zh],
    ['地脚螺栓拧紧至 25 N·m。', ZH],
    ['端盖螺栓拧紧至 60 N·m。', ZH],
  ])('given to the other thing is contradicted: %s', (answer, source) => {
    expect(verdictOf(answer, source)).toEqual(['contradicted']);
  });

  it.each([
    ['The foot bolts are tightened to 60 N·m.', SOURCES.bolts],
    ['Tighten the cover bolts to 25 N·m.', SOURCES.bolts],
    ['The cover bolts are tightened to 25 N·m.', FOR],
    ['The foot bolts are tightened to 60 N·m.', FOR],
    ['The drive-end bearing gets 30 g.', GREASE],
    ['The non-drive-end bearing is greased with 25 g.', GREASE],
    ['After 24 h the bolts are retightened to 35 N·m.', 'Tighten the bolts to 30 N·m and after 24 h retighten the bolts to 35 N·m.'],
    ['轴承温度 85 ℃ 时报警。', SOURCES.zh],
    ['地脚螺栓拧紧至 60 N·m。', ZH],
    ['端盖螺栓拧紧至 25 N·m。', ZH],
  ])('given to its own is not: %s', (answer, source) => {
    expect(verdictOf(answer, source)).toEqual(['supported']);
  });
});
