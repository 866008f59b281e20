import { assertNever, toFaultlineError } from '../../kernel/index.ts';
import { asIs, DOCTOR_WORDS } from '../../ontology/index.ts';
import { readCalibration } from '../calibration/read-calibration.ts';
import type { Config } from '../config.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const TITLE = 'calibration';
const WORDS = DOCTOR_WORDS.calibration;

/** Whose claims the score of a claim is calibrated on; no line where it is the release's. */
export async function checkCalibration(config: Config): Promise<readonly DoctorLine[]> {
  try {
    const read = await readCalibration(config);
    switch (read.kind) {
      case 'none':
        return [];
      case 'other':
        return [ill(TITLE, 'warn', WORDS.unused, asIs(read.why))];
      case 'used': {
        const { claims, at, data, before, after } = read.calibration;
        const [was, is] = [before, after].map(({ calibrationError }) => calibrationError.toFixed(3));
        return [well(TITLE, WORDS.used(read.id, claims, at.slice(0, 10), data.slice(0, 12), was ?? '', is ?? ''))];
      }
      default:
        return assertNever(read);
    }
  } catch (error) {
    return [ill(TITLE, 'fail', asIs(toFaultlineError(error).message), WORDS.unchecked)];
  }
}
