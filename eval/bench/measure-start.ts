import { z } from 'zod';
import { configuredCaller, loadConfig, openApplication, searchPassages } from '../../app/index.ts';

/** Of a process that opens a data folder and searches once: milliseconds since the process began, and what it holds then. */
export const startReportShape = z.object({
  programMilliseconds: z.number(),
  firstResultMilliseconds: z.number(),
  residentMegabytes: z.number(),
});
const QUERY = '泵 轴承 overheating';
export type StartReport = z.infer<typeof startReportShape>;

/** To be run as a process of its own. */
export async function measureStart(home: string, signal: AbortSignal): Promise<StartReport> {
  const programMilliseconds = performance.now();
  const application = await openApplication(loadConfig({ home }, {}));
  try {
    await searchPassages(application, configuredCaller(application.config), { query: QUERY, k: 10 }, signal);
    return {
      programMilliseconds,
      firstResultMilliseconds: performance.now(),
      residentMegabytes: process.memoryUsage().rss / 1e6,
    };
  } finally {
    await application.close();
  }
}
