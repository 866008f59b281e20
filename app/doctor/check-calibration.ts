import { assertNever, toFaultlineError } from '../../kernel/index.ts';
import { readCalibration } from '../calibration/read-calibration.ts';
import type { Config } from '../config.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const TITLE = 'calibration';

/** Whose claims the score of a claim is calibrated on; no line where it is the release's. */
export async function checkCalibration(config: Config): Promise<readonly DoctorLine[]> {
  try {
    const read = await readCalibration(config);
    switch (read.kind) {
      case 'none':
        return [];
      case 'other':
        return [ill(TITLE, 'warn', 'is not used, scores are those of the release', read.why)];
      case 'used': {
        const { claims, at, data, before, after } = read.calibration;
        const error = `calibration error ${before.calibrationError.toFixed(3)} -> ${after.calibrationError.toFixed(3)}`;
        return [well(TITLE, `${read.id}: ${claims} claims of ${at.slice(0, 10)} (data ${data.slice(0, 12)}), ${error}`)];
      }
      default:
        return assertNever(read);
    }
  } catch (error) {
    return [ill(TITLE, 'fail', toFaultlineError(error).message, 'claims are not checked until then')];
  }
}
