import { type Access, compareText, type FileBeingRead, READ_OUTCOMES } from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { documentIdShape, readShape } from '../rows/stored-shapes.ts';

const ROW_FORMATS: readonly string[] = ['csv', 'xlsx'];
const ROW_FILES = /\.(?:csv|tsv|xlsx)$/i;
const STATES_OF_READING = ['received', 'parsed', 'extracted', 'committed', 'projected'] as const;

/** Files that are there, or will be, and that what this reader is told leaves out: of all forms, or files of rows alone. */
export function makeBeingRead({ reader, dialect }: Connections, forms: 'all' | 'rows') {
  return async (access: Access): Promise<readonly FileBeingRead[]> => {
    const versions = await reader
      .selectFrom('version')
      .select(['file_name', 'format', 'document'])
      .where('tenant', '=', access.tenant)
      .where((row) => dialect.oneOf(row.ref('label_set'), access.grants))
      // What was hidden when the access was resolved stays so for it, be it visible by now; what takes effect later is no loss.
      .where((row) => row.or([row('visible', '=', 0), dialect.oneOf(row.ref('id'), access.hidden)]))
      .$if(access.asOf !== undefined, (query) =>
        query.where((row) => row.or([row('effective', 'is', null), row('effective', '<=', access.asOf ?? 0)])),
      )
      .where((row) =>
        row.or([
          row('state', 'in', STATES_OF_READING),
          // Read by a release that hid what it read again, and stopped amid that.
          row.and([row('state', '=', 'settled'), row('outcome', 'in', READ_OUTCOMES)]),
        ]),
      )
      .execute();
    const files = versions.filter(
      ({ file_name, format }) => forms === 'all' || (format === null ? ROW_FILES.test(file_name) : ROW_FORMATS.includes(format)),
    );
    return files
      .map(
        (version): FileBeingRead => ({
          fileName: version.file_name,
          documentId: readShape(documentIdShape, version.document, 'version'),
        }),
      )
      .sort((a, b) => compareText(a.fileName, b.fileName) || compareText(a.documentId, b.documentId));
  };
}
