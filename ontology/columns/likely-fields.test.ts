import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerFeatures } from './header-features.ts';
import { HEADER_FIELD_NAMES } from './header-fields.ts';
import { chancesOf, likelyFields, readWeights } from './likely-fields.ts';

describe('what a header may name', () => {
  it.each([
    ['Who fixed it', 'person'],
    ['是谁修好的', 'person'],
    ['Wer hat repariert', 'person'],
    ['停机多少分钟', 'downtime'],
    ['Stillstand gesamt', 'downtime'],
    ['total_repair_cost', 'cost'],
    ['故障是怎么引起的', 'cause'],
    ['Dringlichkeitsstufe', 'priority'],
  ])('is told for words in an order that nobody wrote down: %s', (header, field) => {
    expect(likelyFields(header)[0]?.field).toBe(field);
  });

  it('is as likely as all it may name together, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (header) => {
        const fields = likelyFields(header);
        expect(fields.map(({ field }) => field).sort()).toEqual([...HEADER_FIELD_NAMES]);
        expect(fields.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 9);
        expect(likelyFields(header)).toEqual(fields);
      }),
    );
  });

  it('goes by the weights that are given', () => {
    const place = HEADER_FIELD_NAMES.indexOf('shift');
    expect(chancesOf('abc', readWeights(`=abc ${place}:400;\n`))[0]?.field).toBe('shift');
  });
});

it('a header is known by its words, pieces of them, and which come first and last, in Chinese and in letters', () => {
  expect(headerFeatures('设备名')).toEqual(expect.arrayContaining(['^设', '设备', '备名', '名$', '~名', '<设备名']));
  expect(headerFeatures('Stop time')).toEqual(expect.arrayContaining(['=stop', '=time', '^st', 'top$', '<stop', '>time']));
  expect(headerFeatures('stopTime')).toEqual(headerFeatures('stop_time'));
});
