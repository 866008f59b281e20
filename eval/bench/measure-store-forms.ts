import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutServers } from '../../app/index.ts';
import { STORES, type StoreReport, storeReportShape } from './measure-stores.ts';
import { runProgram } from './program.ts';

/** All figures of the stores in one form, by what they are of. */
export interface StoreForm extends StoreReport {
  readonly form: 'files' | 'servers';
}

const WORKERS = 'workers';
export const STORE_PARTS = [...STORES, WORKERS] as const;

/** Measures every store as files and, where there are servers, on them, each in a process and a data folder of its own. */
export async function measureStoreForms(
  workspace: string,
  hasServers: boolean,
  onStep: (step: string) => void,
  signal: AbortSignal,
): Promise<StoreForm[]> {
  const forms: StoreForm[] = [];
  for (const form of hasServers ? (['files', 'servers'] as const) : (['files'] as const)) {
    const all: { rates: Record<string, number>; latencies: Record<string, StoreReport['latencies'][string]> } = {
      rates: {},
      latencies: {},
    };
    for (const part of STORE_PARTS) {
      onStep(`${part} in ${form}`);
      const folder = join(workspace, `stores-${form}-${part}`);
      await mkdir(folder);
      const environment = form === 'files' ? withoutServers() : undefined;
      const { printed } = await runProgram(['eval', 'bench-part', 'stores', part, folder], signal, environment);
      const { rates, latencies } = storeReportShape.parse(JSON.parse(printed));
      Object.assign(all.rates, rates);
      Object.assign(all.latencies, latencies);
    }
    forms.push({ form, ...all });
  }
  return forms;
}
