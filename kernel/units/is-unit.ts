import { foldWidth } from '../text/fold-width.ts';
import { unitAt } from './units.ts';

/** Whether a text begins with a unit of measure (`N·m`, `m³/h at 20 °C`). */
export function isUnit(text: string): boolean {
  const found = unitAt(foldWidth(text), 0);
  return found !== undefined && found.unit.dimension !== 'none';
}
