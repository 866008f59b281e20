import { describe, expect, test } from 'vitest';
import { readField } from './field.ts';

describe('readField', () => {
  test.each(['Rated flow: 12 m³/h', '额定流量：12 m³/h', 'Flow (rated): 12 m³/h', '流量（额定）：12 m³/h'])('reads %s', (text) => {
    expect(readField(text, 0, false)?.kind).toBe('table-row');
  });

  test.each(['[source: register of pumps]', '（来源：水泵台账）', '(see: page 3)'])(
    'takes no name that ends within brackets: %s',
    (text) => {
      expect(readField(text, 0, false)).toBeUndefined();
    },
  );
});
