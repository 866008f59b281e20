import { toFaultlineError } from '../../kernel/index.ts';
import { asIs, DOCTOR_WORDS } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { isFile, ledgerStore } from '../stores/store-locations.ts';
import { checkSchema } from './check-files.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const WORDS = DOCTOR_WORDS.servers;

/** The servers that the configuration names: whether each answers, as soon as a question waits for it, and the ledger's schema. */
export async function checkServers(
  { config, graph, index, clock }: Pick<Application, 'config' | 'graph' | 'index' | 'clock'>,
  waitMilliseconds: number,
): Promise<readonly DoctorLine[]> {
  const lines: DoctorLine[] = [];
  if (!isFile(config, 'ledger')) lines.push(well('server of the ledger', WORDS.answers), await checkSchema(ledgerStore(config)));
  if (!isFile(config, 'graph')) lines.push(await checkServer('graph', graph, clock, waitMilliseconds));
  if (!isFile(config, 'search')) lines.push(await checkServer('search', index, clock, waitMilliseconds));
  return lines;
}

async function checkServer(
  name: 'graph' | 'search',
  store: Pick<Application['graph'], 'revision'>,
  clock: Application['clock'],
  waitMilliseconds: number,
): Promise<DoctorLine> {
  const title = `server of the ${name}`;
  try {
    // The first call connects too, which is not paid for by questions.
    await store.revision();
    const began = clock.now();
    const revision = await store.revision();
    const taken = clock.now() - began;
    if (taken <= waitMilliseconds) return well(title, WORDS.atRevision(revision));
    return ill(title, 'warn', WORDS.late(taken, waitMilliseconds), WORDS.busy);
  } catch (error) {
    const { code, message } = toFaultlineError(error);
    // Such a server answers, with what another program made.
    const remedy = code === 'conflict' ? WORDS.makeAnew : WORDS.start(`FAULTLINE_${name.toUpperCase()}_URL`);
    return ill(title, 'fail', asIs(message), remedy);
  }
}
