import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { MEANING_CHANGES, MEANING_KEPT, SOURCES } from './mutations.test-support.ts';
import type { SourceText } from './source-text.ts';
import { type VerifyRequest, verifyClaims as verifyClaimsBy } from './verify-claims.ts';

const verifyClaims = (request: VerifyRequest) => verifyClaimsBy(request, siteGrammar([]));

const verdict = (text: string, sources: readonly SourceText[], citations?: readonly string[]) =>
  verifyClaims({ claims: [{ text, ...(citations === undefined ? {} : { citations }) }], sources }).claims[0];

describe('a change of meaning', () => {
  for (const [name, mutate] of Object.entries(MEANING_CHANGES)) {
    const changed = SOURCES.flatMap((source) => {
      const text = mutate(source.text);
      return text === undefined || text === source.text ? [] : [{ source, text }];
    });
    it(`is noticed: ${name}`, () => {
      expect(changed.length).toBeGreaterThan(1);
      const passed = changed.filter(({ source, text }) => verdict(text, [source])?.verdict === 'supported').map(({ text }) => text);
      expect(passed).toEqual([]);
    });
  }
});

describe('an edit that keeps the meaning', () => {
  for (const [name, mutate] of Object.entries(MEANING_KEPT)) {
    const kept = SOURCES.flatMap((source) => {
      const text = mutate(source.text);
      return text === undefined ? [] : [{ source, text }];
    });
    it(`is accepted: ${name}`, () => {
      expect(kept.length).toBeGreaterThan(1);
      const refused = kept.filter(({ source, text }) => verdict(text, [source])?.verdict !== 'supported').map(({ text }) => text);
      expect(refused).toEqual([]);
    });
  }
});

describe('rows', () => {
  const text = 'Casing bolts\tP-101A, P-101B\tM16\t185';
  const columns = ['Fastener', 'Applies to', 'Thread', 'Torque (N·m)'];
  let at = 0;
  const cells = columns.map((column, index) => {
    const words = text.split('\t')[index] ?? '';
    const cell = { column, start: at, end: at + words.length, ...(index === 3 ? { role: 'torque' as const } : {}) };
    at += words.length + 1;
    return cell;
  });
  const row: SourceText = { id: 'row', text, cells };

  it('hold a value with the unit of its header', () => {
    expect(verdict('Fastener: Casing bolts; Torque: 185 N·m', [row])?.verdict).toBe('supported');
    expect(verdict('The casing bolts have a torque of 185 N·m.', [row])?.verdict).toBe('supported');
    expect(verdict('The casing bolts have a torque of 158 N·m.', [row])?.verdict).toBe('contradicted');
  });

  it('do not lend the value of one column to another', () => {
    const pumps: SourceText = {
      id: 'pumps',
      text: 'Rated flow\t65 m³/h\t56 m³/h',
      cells: [
        { column: 'Parameter', start: 0, end: 10 },
        { column: 'P-101A', start: 11, end: 18 },
        { column: 'P-101B', start: 19, end: 26 },
      ],
    };
    expect(verdict('The rated flow of P-101B is 56 m³/h.', [pumps])?.verdict).toBe('supported');
    expect(verdict('The rated flow of P-101B is 65 m³/h.', [pumps])?.verdict).toBe('contradicted');
  });
});

describe('citations', () => {
  const [first, second] = SOURCES;
  it('to another passage are called miscited, with the right one named', () => {
    if (first === undefined || second === undefined) throw new Error('two sources are needed');
    const claim = verdict(first.text, [first, second], [second.id]);
    expect(claim?.verdict).toBe('miscited');
    expect(claim?.citations).toEqual([first.id]);
  });
});

describe('a part of a sentence', () => {
  it('that lost its prohibition is no quotation', () => {
    const source: SourceText = { id: 's', text: 'Never run the pump dry.' };
    expect(verdict('Run the pump dry.', [source])?.verdict).toBe('contradicted');
    const chinese: SourceText = { id: 'z', text: '严禁带电打开盖板。' };
    expect(verdict('带电打开盖板。', [chinese])?.verdict).not.toBe('supported');
  });
});

describe('the equipment of the question', () => {
  it('is not answered with a sentence about its neighbour', () => {
    const source: SourceText = { id: 'b', text: 'The rated flow of P-101B is 56 m³/h.' };
    const claims = [{ text: 'The rated flow is 56 m³/h.' }];
    expect(verifyClaims({ claims, sources: [source], question: 'What is the rated flow of P-101A?' }).decision).toBe('unsupported');
    expect(verifyClaims({ claims, sources: [source], question: 'P-101B 的额定流量是多少？' }).decision).toBe('supported');
  });
});

describe('an answer', () => {
  const source: SourceText = { id: 'p', text: '1. Close the valve.\n2. Open the drain.\n3. Remove the cover.' };

  it('is split into claims with their places, and its steps keep the order of the source', () => {
    const answer = '1. Close the valve.\n2. Open the drain.';
    const checked = verifyClaims({ answer, sources: [source] });
    expect(checked.decision).toBe('supported');
    expect(checked.claims.map((claim) => answer.slice(claim.start, claim.end))).toEqual(['Close the valve.', 'Open the drain.']);
    const swapped = verifyClaims({ answer: '1. Open the drain.\n2. Close the valve.', sources: [source] });
    expect(swapped.claims.map((claim) => claim.verdict)).toEqual(['supported', 'contradicted']);
  });

  it('without anything to check has no score', () => {
    const checked = verifyClaims({ answer: 'Hello!', sources: [source] });
    expect(checked.decision).toBe('nothing-to-check');
    expect(checked.score).toBeUndefined();
  });

  it('that says the documents are silent needs no support', () => {
    expect(verifyClaims({ answer: '文档中没有说明。', sources: [source] }).decision).toBe('nothing-to-check');
  });
});

describe('a quotation', () => {
  const held = (text: string): SourceText => ({ id: 'held', text });
  it.each(['E41: licence not found', 'Valve states:', 'E41：未找到许可证', '阀门状态：'])(
    'is supported by the place that it cites, though it reads like a denial or a title: %s',
    (text) => {
      expect(verdict(text, [held(text)], ['held'])?.verdict).toBe('supported');
      expect(verdict(text, [held('The wheel is coated. 轮子有涂层。')], ['held'])?.verdict).not.toBe('supported');
    },
  );

  it('says nothing where it asks, and is none where it cites nothing', () => {
    expect(verdict('What are coated wheels?', [held('What are coated wheels?')], ['held'])?.verdict).toBe('not-checked');
    expect(verdict('This is not stated.', [held('This is not stated.')])?.verdict).toBe('not-checked');
  });
});
