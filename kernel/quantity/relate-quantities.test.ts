import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { findQuantities } from './find-quantities.ts';
import { relateQuantities } from './relate-quantities.ts';

function only(text: string) {
  const [mention, ...rest] = findQuantities(text, siteGrammar([]));
  if (mention === undefined || rest.length > 0) throw new Error(`not one quantity: ${text}`);
  return mention.quantity;
}

describe('relateQuantities', () => {
  it.each([
    ['45 N·m', '45 牛·米', 'equal'],
    ['45 N·m', '45.2 N·m', 'different'],
    ['±2 mm', '±2 cm', 'different'],
    ['±20 mm', '±2 cm', 'equal'],
    ['45 N·m', '45 ft·lb', 'different'],
    ['33 ft·lb', '45 N·m', 'equal'],
    ['10 bar', '1 MPa', 'equal'],
    ['145 psi', '10 bar', 'equal'],
    ['145 psi', '11 bar', 'different'],
    ['167 °F', '75 ℃', 'equal'],
    ['三十五 mm', '35 mm', 'equal'],
    ['2 in', '50.8 mm', 'equal'],
    ['60 s', '1 min', 'equal'],
    ['90 d', '3 个月', 'equal'],
    ['1 MPa', '14 bar', 'different'],
    ['3 ft', '1 m', 'different'],
    ['75 ℃', '不超过 75 ℃', 'contained'],
    ['不超过 75 ℃', '75 ℃', 'different'],
    ['不超过 75 ℃', 'must not exceed 75 °C', 'equal'],
    ['不低于 75 ℃', '不超过 75 ℃', 'different'],
    ['低于 75 ℃', '不超过 75 ℃', 'contained'],
    ['不超过 50 ℃', '不超过 75 ℃', 'different'],
    ['20 ℃', '不超过 75 ℃', 'different'],
    ['10–12 bar', '10至12 bar', 'equal'],
    ['1.0–1.2 MPa', '10~12 bar', 'equal'],
    ['11 bar', '10–12 bar', 'contained'],
    ['10–11 bar', '10–12 bar', 'contained'],
    ['10–13 bar', '10–12 bar', 'different'],
    ['45 ± 5 N·m', '45 N·m ± 5 N·m', 'equal'],
    ['40–50 N·m', '45 ± 5 N·m', 'equal'],
    ['45 ± 2 N·m', '45 ± 5 N·m', 'contained'],
    ['45 ± 10 N·m', '45 ± 5 N·m', 'different'],
    ['45 N·m', '45 ± 5 N·m', 'contained'],
    ['约 5 min', '5 min', 'contained'],
    ['45 N·m', '45 bar', 'incomparable'],
    ['温升 45 ℃', '温度 45 ℃', 'incomparable'],
    ['500 h', '500 km', 'incomparable'],
    ['每 500 km', '500 km', 'equal'],
    ['5 USD', '5 元', 'incomparable'],
    ['1 班', '8 h', 'incomparable'],
    ['M12', '12 mm', 'incomparable'],
    ['M12', 'M10', 'different'],
    ['12', '12', 'equal'],
    ['12', '13', 'different'],
  ])('holds %j against %j: %s', (claim, source, relation) => {
    expect(relateQuantities(only(claim), only(source))).toBe(relation);
  });

  it('holds every quantity equal to itself and to itself in another unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (kilopascals) => {
        const quantity = only(`${kilopascals} kPa`);
        expect(relateQuantities(quantity, quantity)).toBe('equal');
        expect(relateQuantities(only(`${kilopascals / 1000} MPa`), quantity)).toBe('equal');
        expect(relateQuantities(only(`${kilopascals + Math.ceil(kilopascals / 10)} kPa`), quantity)).toBe('different');
      }),
    );
  });
});
