import type { ReadLimits, Survey } from '../parser/document-parser.ts';

/** For starting the process and what every document takes. */
const START_MILLISECONDS = 30_000;
/** Several times what documents of people take a million bytes. */
const A_MEGABYTE = 20_000;
/** For each unit that was really read. */
const A_UNIT: Readonly<Record<Survey['unit'], number>> = { page: 2_000, block: 200, row: 20 };

/** What a document is and what was read of it by now. */
export interface WorkSeen {
  readonly bytes: number;
  readonly unit: Survey['unit'];
  /** Units, those of the survey and those of the chunks together. */
  readonly done: number;
}

/**
 * Milliseconds of work that reading a document may take by now: little for a small one, more with its size and with what was read of it,
 * and never more than the limit. So a small hostile file is given up soon, and a long manual is not.
 */
export function allowedTime({ bytes, unit, done }: WorkSeen, { wallMilliseconds }: Pick<ReadLimits, 'wallMilliseconds'>): number {
  return Math.min(wallMilliseconds, START_MILLISECONDS + Math.ceil((bytes / 1e6) * A_MEGABYTE) + done * A_UNIT[unit]);
}
