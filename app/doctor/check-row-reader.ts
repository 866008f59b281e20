import { toFaultlineError } from '../../kernel/index.ts';
import { asIs, DOCTOR_WORDS } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { openRowReader } from '../language-model/open-row-reader.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const WORDS = DOCTOR_WORDS.rowReader;
const COLUMNS = [
  { header: 'Pump', values: ['P-101A', 'P-101B'] },
  { header: 'Reported', values: ['2024-03-01'] },
];

/** Whether the language model that the settings name for questions over rows reads one, and how fast; no line where there is none. */
export async function checkRowReader({ config, clock }: Pick<Application, 'config' | 'clock'>): Promise<readonly DoctorLine[]> {
  const title = 'reader of questions over rows';
  const named = openRowReader(config);
  if (named === undefined) return [];
  try {
    const began = clock.now();
    const readings = await named.reader.read('How many faults of P-101A?', COLUMNS, AbortSignal.timeout(config.rowsMilliseconds));
    const taken = clock.now() - began;
    return readings.length === 0
      ? [ill(title, 'warn', WORDS.useless(named.model), WORDS.another)]
      : [well(title, WORDS.answers(named.model, taken))];
  } catch (error) {
    return [ill(title, 'warn', asIs(toFaultlineError(error).message), WORDS.without)];
  }
}
