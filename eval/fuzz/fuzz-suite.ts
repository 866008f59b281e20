import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Application, configuredCaller, ingestFiles, loadConfig, openApplication } from '../../app/index.ts';
import type { Outcome } from '../../kernel/index.ts';
import { bombsOf } from './bombs.ts';
import { FUZZ_FORMATS, type FuzzFile, type FuzzFormat } from './fuzz-file.ts';
import { makeRunFile } from './make-run-file.ts';
import { openSpoiltFiles } from './spoilt-files.ts';

/** Stricter than the service is by default, so that a run has an end. */
const READ_MILLISECONDS = 20_000;
/** What may pass beside reading before a file counts as hanging. */
const REST_MILLISECONDS = 120_000;
/** Files that one data folder takes in; a new one keeps the cost of a file the same. */
const FILES_A_FOLDER = 500;
export interface FuzzOptions {
  readonly seed: number;
  /** Files in all; the bombs come first. */
  readonly count: number;
  /** The first file that is made: what went before it was made by an earlier run. Absent: 0. */
  readonly from?: number;
  /** Leaves the bombs out, of which some take as long as reading may. */
  readonly withoutBombs?: boolean;
  /** Kinds of files that are made; else all. */
  readonly formats?: readonly FuzzFormat[];
  /** Instead of spoilt files ones with a run of that many characters of one awkward piece, and no bombs. */
  readonly runLength?: number;
  /** Folders whose files are spoilt too. */
  readonly folders: readonly string[];
}

export type FuzzFault = 'hang' | 'crash' | 'no typed state';

export interface FuzzResult {
  readonly index: number;
  readonly file: Omit<FuzzFile, 'bytes'>;
  readonly bytes: number;
  readonly outcome: Outcome | 'none';
  readonly reason: string;
  /** Whether the reader knew a format and began to read. */
  readonly isDetected: boolean;
  readonly milliseconds: number;
  readonly fault?: FuzzFault;
}

export interface FuzzReport {
  readonly seed: number;
  readonly results: readonly FuzzResult[];
  readonly milliseconds: number;
}

/**
 * Spoils files of every format and takes each in as the service does, to its outcome: through the reading process with its
 * limits, extraction, ledger, index and graph. The seed decides which files are made.
 */
export async function runFuzzSuite(options: FuzzOptions, onResult: (result: FuzzResult) => void, signal: AbortSignal): Promise<FuzzReport> {
  const started = performance.now();
  const formats = options.formats ?? FUZZ_FORMATS;
  const spoilt = await openSpoiltFiles(options.folders, formats, options.seed);
  const bombs = options.withoutBombs === true ? [] : bombsOf(formats);
  const root = await mkdtemp(join(tmpdir(), 'faultline-fuzz-'));
  const results: FuzzResult[] = [];
  let application: Application | undefined;
  try {
    for (let index = options.from ?? 0; index < options.count; index += 1) {
      signal.throwIfAborted();
      if (application === undefined || index % FILES_A_FOLDER === 0) {
        await application?.close();
        application = await openApplication(
          loadConfig({ home: join(root, `home-${index}`), parseMilliseconds: READ_MILLISECONDS, logLevel: 'silent' }, {}),
        );
      }
      const file =
        options.runLength === undefined ? (bombs[index]?.() ?? spoilt(index)) : makeRunFile(index, options.seed, options.runLength);
      const result = await takeIn(application, join(root, String(index)), index, file, signal);
      results.push(result);
      onResult(result);
      if (result.fault === 'crash' || result.fault === 'hang') {
        await application.close();
        application = undefined;
      }
    }
  } finally {
    await application?.close();
    await rm(root, { recursive: true, force: true });
  }
  return { seed: options.seed, results, milliseconds: performance.now() - started };
}

async function takeIn(application: Application, folder: string, index: number, file: FuzzFile, signal: AbortSignal): Promise<FuzzResult> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, file.name);
  await writeFile(path, file.bytes);
  const started = performance.now();
  const tooLong = AbortSignal.timeout(READ_MILLISECONDS + REST_MILLISECONDS);
  const { bytes, ...described } = file;
  const result = (rest: Pick<FuzzResult, 'outcome' | 'reason' | 'isDetected'> & { readonly fault?: FuzzFault }): FuzzResult => ({
    index,
    file: described,
    bytes: bytes.length,
    milliseconds: performance.now() - started,
    ...rest,
  });
  try {
    const caller = configuredCaller(application.config);
    const { files } = await ingestFiles(application, caller, { paths: [path] }, () => undefined, AbortSignal.any([signal, tooLong]));
    const { outcome, reason = '', format } = files[0]?.version ?? {};
    const isTyped = outcome !== undefined && (outcome === 'visible' || /\S/.test(reason));
    return result({
      outcome: outcome ?? 'none',
      reason,
      isDetected: format !== undefined,
      ...(isTyped ? {} : { fault: 'no typed state' }),
    });
  } catch (error) {
    signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    return result({ outcome: 'none', reason, isDetected: false, fault: tooLong.aborted ? 'hang' : 'crash' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
