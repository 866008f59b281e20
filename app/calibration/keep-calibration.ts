import { rename, rm, writeFile } from 'node:fs/promises';
import { makeHome } from '../stores/make-home.ts';
import { type Calibration, calibrationPath } from './calibration.ts';

/** Puts a calibration in the place of the one that the data folder may have. */
export async function keepCalibration(home: string, calibration: Calibration): Promise<string> {
  await makeHome(home);
  const path = calibrationPath(home);
  // Whoever verifies meanwhile reads a whole one, the former or this.
  await writeFile(`${path}.part`, `${JSON.stringify(calibration, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
  return path;
}

/** Scores are those of the release again. */
export async function resetCalibration(home: string): Promise<void> {
  await rm(calibrationPath(home), { force: true });
}
