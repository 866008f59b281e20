import { toFaultlineError } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { isFile, ledgerStore } from '../stores/store-locations.ts';
import { checkSchema } from './check-files.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

/** The servers that the configuration names: whether each answers, and the ledger's schema. */
export async function checkServers({ config, graph, index }: Application): Promise<readonly DoctorLine[]> {
  const lines: DoctorLine[] = [];
  if (!isFile(config, 'ledger')) lines.push(well('server of the ledger', 'answers'), await checkSchema(ledgerStore(config)));
  if (!isFile(config, 'graph')) lines.push(await checkServer('graph', graph));
  if (!isFile(config, 'search')) lines.push(await checkServer('search', index));
  return lines;
}

async function checkServer(name: 'graph' | 'search', store: Application['graph'] | Application['index']): Promise<DoctorLine> {
  const title = `server of the ${name}`;
  try {
    return well(title, `answers, at revision ${await store.revision()}`);
  } catch (error) {
    const { message } = toFaultlineError(error);
    return ill(title, 'fail', message, `start it, or correct FAULTLINE_${name.toUpperCase()}_URL with its user and password`);
  }
}
