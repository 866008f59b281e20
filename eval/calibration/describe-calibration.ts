import { printTable } from '../print-table.ts';
import type { CalibratedScore } from './calibrate-score.ts';

const DIGITS = 3;
const MOST_NAMED = 10;

/** The figures of a calibration for a terminal, with the labels that are worth a second look. */
export function describeCalibration({ calibration, doubtful }: CalibratedScore): string {
  const { before, after, claims, supported, slope, offset, threshold } = calibration;
  const row = (name: string, figure: keyof typeof before) => [name, before[figure].toFixed(DIGITS), after[figure].toFixed(DIGITS)];
  const table = printTable(
    [`${claims} claims, five folds`, 'before', 'after'],
    [row('balanced accuracy', 'balancedAccuracy'), row('AUROC', 'auroc'), row('calibration error (ECE, 10 bins)', 'calibrationError')],
  );
  const curve = `log odds × ${slope.toFixed(DIGITS)} ${offset < 0 ? '-' : '+'} ${Math.abs(offset).toFixed(DIGITS)}; supported from ${threshold.toFixed(DIGITS)} (${supported} of ${claims} are)`;
  const named = doubtful.slice(0, MOST_NAMED).join(', ');
  const doubt = doubtful.length === 0 ? '' : `\n${doubtful.length} quotations are labelled as unsupported, look again: ${named}`;
  return `${table}\n${curve}${doubt}\n`;
}
