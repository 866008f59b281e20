import { type Access, type DistinctTitle, distinctTitles } from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import { scopeNamesOf } from '../access/version-rows.ts';
import type { Connections } from '../connection/connections.ts';

/** Titles of documents, told apart from equal ones among all that the reader may read and among nothing else. */
export async function readDistinctTitles(
  { reader, dialect }: Pick<Connections, 'reader' | 'dialect'>,
  access: Access,
  described: readonly { readonly title: string }[],
): Promise<DistinctTitle> {
  const titles = [...new Set(described.map(({ title }) => title))];
  const rows = await reader
    .selectFrom('version')
    .select(['document', 'title', 'scope_names_json'])
    .where(readable(dialect, access))
    .where((row) => dialect.oneOfLong(row.ref('title'), titles))
    .orderBy('document')
    .orderBy('sequence')
    .execute();
  return distinctTitles(rows.map((row) => ({ id: row.document, title: row.title, scopeNames: scopeNamesOf(row).scopeNames ?? [] })));
}
