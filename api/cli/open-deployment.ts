import { setTimeout } from 'node:timers/promises';
import { type Config, checkHome, configuredCaller, openApplication } from '../../app/index.ts';
import { type Deployment, embeddedDeployment, httpDeployment } from '../../eval/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { readInput } from './read-input.ts';

export interface TargetOptions {
  readonly target?: string;
  readonly keyFile?: string;
}

/** The running service that was named. @throws FaultlineError `invalid-request` for what is no address; `not-found` where there is no file of the key. */
export async function openTarget(target: string, keyFile: string | undefined): Promise<Deployment> {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol) || url.username !== '')
    throw new FaultlineError('invalid-request', '--target is an address such as http://127.0.0.1:8617, without user and password in it.');
  const key = keyFile === undefined ? undefined : await readKeyFile(keyFile);
  const pause = (milliseconds: number, signal: AbortSignal) => setTimeout(milliseconds, undefined, { signal });
  return httpDeployment({ url: target, fetch, pause, ...(key === undefined ? {} : { key }) });
}

/** The running service that was named, or else the data folder of this machine; `work` is done with it, and it is closed. */
export async function withDeployment<Out>(
  config: Config,
  { target, keyFile }: TargetOptions,
  work: (deployment: Deployment) => Promise<Out>,
): Promise<Out> {
  if (target !== undefined) return work(await openTarget(target, keyFile));
  await checkHome(config);
  const application = await openApplication(config);
  try {
    return await work(embeddedDeployment(application, configuredCaller(config)));
  } finally {
    await application.close();
  }
}

async function readKeyFile(path: string): Promise<string> {
  const key = (await readInput(path)).trim();
  if (key !== '') return key;
  throw new FaultlineError('invalid-request', `--key-file: "${path}" is empty; it holds one key.`);
}
