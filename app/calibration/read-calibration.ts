import { readFile } from 'node:fs/promises';
import { supportDigest } from '../../answering/index.ts';
import { codeOf, FaultlineError, parseJson, sha256 } from '../../kernel/index.ts';
import type { Config } from '../config.ts';
import { type Calibration, calibrationPath, calibrationShape } from './calibration.ts';

/** `other`: learnt over chances that this program, as it is set, does not make; not used. */
type ReadCalibration =
  | { readonly kind: 'none' }
  | { readonly kind: 'used'; readonly calibration: Calibration /** Beginning of the digest of its file. */; readonly id: string }
  | { readonly kind: 'other'; readonly calibration: Calibration; readonly why: string };

type Settings = Pick<Config, 'home' | 'crossEncoder' | 'calibration'>;

const ID_LENGTH = 12;
const REMEDY = 'fit it anew with `faultline eval calibrate`, or go without with `faultline eval calibrate --reset`';

/** The calibration of the data folder. @throws FaultlineError `invalid-configuration` for a file that is damaged. */
export async function readCalibration({ home, crossEncoder, calibration: use }: Settings): Promise<ReadCalibration> {
  if (use === 'off') return { kind: 'none' };
  const text = await textOf(calibrationPath(home));
  if (text === undefined) return { kind: 'none' };
  const read = calibrationShape.safeParse(parseJson(text));
  if (!read.success)
    throw new FaultlineError('invalid-configuration', `${calibrationPath(home)} is no calibration that this program wrote: ${REMEDY}.`);
  const calibration = read.data;
  const by = crossEncoder === 'off' ? 'words' : 'reading';
  if (calibration.by !== by)
    return { kind: 'other', calibration, why: `it was fitted with the cross-encoder ${by === 'words' ? 'on' : 'off'}: ${REMEDY}` };
  if (calibration.base !== supportDigest(by))
    return { kind: 'other', calibration, why: `it was fitted by version ${calibration.program}, which scored otherwise: ${REMEDY}` };
  return { kind: 'used', calibration, id: sha256(text).slice(0, ID_LENGTH) };
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
