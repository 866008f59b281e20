import { z } from 'zod';
import { isOnSheetOutOfUse, type Json, type Passage } from '../../kernel/index.ts';
import { recordKindOf } from '../columns/record-kind-of.ts';
import { splitSentences } from '../normalise/split-sentences.ts';
import { codedFields } from './coded-fields.ts';
import { readDepiction, readSheetNumber, useSheetNumber } from './depiction.ts';
import { readDrawnRelations } from './drawn-relations.ts';
import type { ExtractionInput, ExtractionOutput } from './extraction.ts';
import { ExtractionDraft } from './extraction-draft.ts';
import { useMentions } from './mention-uses.ts';
import { readNamesTogether } from './names-together.ts';
import { type PassageReading, readPassage } from './passage-reading.ts';
import { readAlarmRow } from './rows/alarm-row.ts';
import { readFailureAnalysisRow } from './rows/failure-analysis-row.ts';
import { readGlossaryRow } from './rows/glossary-row.ts';
import { isIsolationRow, readIsolationRow } from './rows/isolation-row.ts';
import { readMaintenanceRow } from './rows/maintenance-row.ts';
import { readPartsRow } from './rows/parts-row.ts';
import { readSpecificationRow } from './rows/specification-row.ts';
import { readTroubleshootingRow } from './rows/troubleshooting-row.ts';
import { readWorkOrderRow } from './rows/work-order-row.ts';
import { readCausalSentence } from './sentences/causal-sentence.ts';
import { readQuantitySentence } from './sentences/quantity-sentence.ts';
import { readStep } from './sentences/step.ts';
import { readWarning } from './sentences/warning.ts';
import { warningSignal } from './warning-signal.ts';

/** What one chunk hands to the next: the list of steps and the table row that go on, the number of the sheet. Read back from the ledger, so checked. */
const CARRY = z.strictObject({
  procedure: z.strictObject({ path: z.string(), list: z.int(), count: z.int(), section: z.int().optional() }).optional(),
  trouble: z.strictObject({ table: z.string(), symptom: z.string() }).optional(),
  sheet: z.string().optional(),
});
type Carry = z.infer<typeof CARRY>;

/**
 * Reads one chunk: keys, links, facts with evidence, scopes and coded fields. Pure: the output depends on the input and the
 * pinned vocabulary alone. Each quote equals the passage's text at its span.
 * @throws ZodError when `carry` is none that this function gave.
 */
export function extractChunk(input: ExtractionInput): ExtractionOutput {
  const draft = new ExtractionDraft(input.tenant, input.site);
  const scopes: { passageId: Passage['id']; keys: Passage['scope'] }[] = [];
  const coded: ExtractionOutput['coded'][number][] = [];
  const records = new Map(input.records.map((record) => [record.passageId, record]));
  let carry: Carry = input.carry === undefined ? {} : CARRY.parse(input.carry);
  for (const passage of input.passages) {
    const reading = readPassage(draft, input.title, passage, input.grammar);
    useMentions(reading);
    // What stands on a sheet out of use is found, and says nothing.
    if (isOnSheetOutOfUse(passage)) {
      useSheetNumber(reading);
      continue;
    }
    readNamesTogether(reading);
    const sheet = readSheetNumber(reading, carry.sheet);
    useSheetNumber(reading);
    readDepiction(reading, sheet);
    readDrawnRelations(reading);
    carry = withSheet(carry, sheet);
    carry = reading.cells.length > 0 ? readRow(reading, carry) : readText(reading, carry);
    if (reading.scope.length > 0) {
      scopes.push({ passageId: passage.id, keys: reading.scope.map((key) => key.id).sort() });
      for (const key of reading.scope) draft.scope(key, passage);
    }
    const record = records.get(passage.id);
    if (record !== undefined) coded.push(...codedFields(record, passage, reading.concepts));
  }
  return { ...draft.finish(), scopes, coded, carry: carry as Json };
}

function withSheet({ sheet: _, ...carry }: Carry, sheet: string | undefined): Carry {
  return sheet === undefined ? carry : { ...carry, sheet };
}

function readText(reading: PassageReading, carry: Carry): Carry {
  const { passage } = reading;
  if (passage.kind === 'heading') return carry;
  if (passage.kind === 'warning' || warningSignal(passage.text) !== undefined) readWarning(reading, carry.procedure);
  for (const sentence of splitSentences(passage.text, passage.language)) {
    readCausalSentence(reading, sentence);
    readQuantitySentence(reading, sentence);
  }
  return passage.kind === 'step' ? { ...carry, procedure: readStep(reading, carry.procedure) } : carry;
}

function readRow(reading: PassageReading, carry: Carry): Carry {
  const roles = reading.cells.map((cell) => cell.role);
  const has = (...wanted: readonly (typeof roles)[number][]) => wanted.some((role) => roles.includes(role));
  // The first of a name counts.
  const filled = new Map(reading.cells.toReversed().map(({ column, role }) => [column, role]));
  const kind = recordKindOf((reading.passage.cells ?? []).map((cell) => cell.role ?? filled.get(cell.column)));
  if (isIsolationRow(reading)) readIsolationRow(reading);
  if (kind === 'fmea-row' || (kind === 'other' && has('failure-mode') && !has('symptom'))) readFailureAnalysisRow(reading);
  else if (kind === 'work-order') readWorkOrderRow(reading);
  else if (has('alarm-code')) readAlarmRow(reading);
  else if (has('task', 'activity', 'interval') && !has('step')) readMaintenanceRow(reading);
  else if (kind === 'spare-part') readPartsRow(reading);
  else if (has('term')) readGlossaryRow(reading);
  else if (has('torque') || ((has('parameter') || has(undefined)) && has('value'))) readSpecificationRow(reading);
  else if (has('symptom', 'cause', 'failure-mode')) {
    const trouble = readTroubleshootingRow(reading, carry.trouble);
    return trouble === undefined ? carry : { ...carry, trouble };
  }
  return carry;
}
