import { normaliseHeader } from './normalise-header.ts';

const DONE = /(?<!\p{L})(?:done|performed|carried out|executed)$|^(?:维修|检修|作业|修理|处理)(?:内容|记录|描述|情况|经过)$/u;

/** Whether a header speaks of the work that was done, which is what was wrong only where nothing else says it. */
export function tellsWorkDone(header: string): boolean {
  return DONE.test(normaliseHeader(header).text);
}
