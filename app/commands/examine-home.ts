import { existsSync } from 'node:fs';
import { toFaultlineError } from '../../kernel/index.ts';
import { asIs, DOCTOR_WORDS } from '../../ontology/index.ts';
import type { Config } from '../config.ts';
import { checkCalibration } from '../doctor/check-calibration.ts';
import { checkDocuments } from '../doctor/check-documents.ts';
import { checkFiles } from '../doctor/check-files.ts';
import { checkLanguageModel } from '../doctor/check-language-model.ts';
import { checkMachine } from '../doctor/check-machine.ts';
import { checkRowReader } from '../doctor/check-row-reader.ts';
import { checkServers } from '../doctor/check-servers.ts';
import { checkState } from '../doctor/check-state.ts';
import { type DoctorLine, ill } from '../doctor/doctor-line.ts';
import { type ApplicationOptions, openApplication } from '../open-application.ts';
import { fileOf, isFile } from '../stores/store-locations.ts';

/** Servers that answer late are told from those that are away, which a question does not wait for. */
const PATIENCE_MILLISECONDS = 30_000;

export interface ExamineOptions extends ApplicationOptions {
  /** Read every document again from its bytes and compare; else only that its bytes are there. */
  readonly deep?: boolean;
}

/**
 * Looks at all that the program stands on: machine, data folder, files, what waits or is lost. Works on a folder that nothing
 * else can open, and makes none where there is none.
 */
export async function examineHome(
  config: Config,
  signal: AbortSignal,
  { deep = false, ...options }: ExamineOptions = {},
): Promise<readonly DoctorLine[]> {
  const lines: DoctorLine[] = [...(await checkMachine(config)), ...(await checkFiles(config)), ...(await checkCalibration(config))];
  if (isFile(config, 'ledger') && !existsSync(fileOf(config, 'ledger'))) return lines;
  try {
    const storeMilliseconds = Math.max(config.storeMilliseconds, PATIENCE_MILLISECONDS);
    const application = await openApplication({ ...config, storeMilliseconds }, options);
    try {
      lines.push(
        ...(await checkServers(application, config.storeMilliseconds)),
        ...(await checkLanguageModel(application)),
        ...(await checkRowReader(application)),
        ...(await checkState(application, signal)),
      );
      return deep ? [...lines, ...(await checkDocuments(application, signal))] : lines;
    } finally {
      await application.close();
    }
  } catch (error) {
    const { message } = toFaultlineError(error);
    return [...lines, ill('stores', 'fail', asIs(message), DOCTOR_WORDS.state.doAbove)];
  }
}
