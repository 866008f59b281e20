import type { Kysely } from 'kysely';
import { z } from 'zod';
import { formOf, type LabelSetId } from '../../../kernel/index.ts';
import type { LedgerSchema } from '../schema.ts';

/**
 * A form is one among documents under the same labels. What was decided on one before this does not know under whose: it holds for the
 * document that it was decided for, and what else it was laid over is as it is said there once it is read again.
 */
export async function setFormsByLabel(db: Kysely<unknown>): Promise<void> {
  const ledger = db as Kysely<LedgerSchema>;
  const tables = await ledger
    .selectFrom('surveyed_table')
    .innerJoin('version', 'version.id', 'surveyed_table.version')
    .select(['surveyed_table.version', 'surveyed_table.sheet', 'surveyed_table.headers_json', 'version.label_set'])
    .execute();
  for (const { version, sheet, headers_json, label_set } of tables) {
    const headers = z.array(z.string()).parse(JSON.parse(headers_json));
    // Ids in the ledger were made by the kernel.
    const form = formOf({ sheet, headers }, label_set as LabelSetId) ?? null;
    await ledger.updateTable('surveyed_table').set({ form }).where('version', '=', version).where('sheet', '=', sheet).execute();
  }
}
