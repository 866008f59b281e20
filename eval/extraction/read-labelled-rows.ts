import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readDelimited } from '../../ingest/index.ts';
import { FaultlineError, sha256 } from '../../kernel/index.ts';

export const EVENT_KINDS = ['failure', 'activity', 'condition'] as const;
/** From where, up to where, UTF-16 units. */
const PLACE = z.tuple([z.int().min(0), z.int().min(0)]);
const ROW = z.object({
  id: z.string(),
  set: z.enum(['faa', 'chiller']),
  row: z.int().min(1),
  key: z.string(),
  sha256: z.string(),
  events: z.array(z.object({ kind: z.enum(EVENT_KINDS), at: PLACE, thing: PLACE.optional() })),
});
/** Where the texts stand: file, the column that names a row, the column of the text. */
const FILES = {
  faa: { file: 'faa-incidents/faa_maintenance_incidents.csv', key: 'report_id', text: 'narrative' },
  chiller: { file: 'chiller-work-orders/all_wo_with_code_component_events.csv', key: 'wo_id', text: 'wo_description' },
} as const;

/** An event as a person marked it in the text of a row: what happened, was found or was done, and to what where the text names it. */
export interface LabelledEvent {
  readonly kind: (typeof EVENT_KINDS)[number];
  readonly start: number;
  readonly end: number;
}

export interface LabelledRow {
  readonly id: string;
  readonly set: keyof typeof FILES;
  readonly text: string;
  readonly events: readonly LabelledEvent[];
}

/** @throws FaultlineError `invalid-configuration` when the public sets hold other texts than those that were labelled. */
export async function readLabelledRows(labels: string, dataFolder: string): Promise<readonly LabelledRow[]> {
  const texts = new Map<string, string>();
  for (const [set, { file, key, text }] of Object.entries(FILES)) {
    const [header, ...rows] = await readDelimited(join(dataFolder, file));
    const [keyAt, textAt] = [key, text].map((name) => header?.cells.indexOf(name) ?? -1);
    rows.forEach(({ cells }, at) => {
      texts.set(`${set} ${at + 1} ${cells[keyAt ?? -1]}`, cells[textAt ?? -1] ?? '');
    });
  }
  const lines = (await readFile(labels, 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const { id, set, row, key, sha256: wanted, events } = ROW.parse(JSON.parse(line));
    const text = texts.get(`${set} ${row} ${key}`) ?? '';
    if (sha256(text) !== wanted)
      throw new FaultlineError(
        'invalid-configuration',
        `The text of row ${row} of ${FILES[set].file} is another one than was labelled as ${id}.`,
      );
    return { id, set, text, events: events.map(({ kind, at: [start, end] }) => ({ kind, start, end })) };
  });
}
