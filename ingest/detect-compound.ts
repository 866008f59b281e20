import { type Format, failed, ok, type Result } from '../kernel/index.ts';
import { openCompound } from './compound/open-compound.ts';
import { READ_FORMATS, type ReadFault, toReadFault } from './parser/read-fault.ts';

const LOCKED: ReadFault = { outcome: 'encrypted', reason: 'The Office document is protected by a password; store it without one.' };

/** Format of a compound file by the streams at its root: old Office documents, and newer ones that are locked. */
export async function detectCompound(path: string): Promise<Result<Format, ReadFault>> {
  let names: ReadonlySet<string>;
  try {
    const source = await openCompound(path);
    names = source.names;
    await source.close();
  } catch (error) {
    const fault = toReadFault(error);
    if (fault === undefined) throw error;
    return failed(fault);
  }
  if (names.has('encryptedpackage')) return failed(LOCKED);
  if (names.has('worddocument')) return ok('doc');
  if (names.has('workbook') || names.has('book')) return ok('xls');
  const what = names.has('powerpoint document')
    ? 'a PowerPoint presentation of the old binary form (.ppt); store it as .pptx'
    : 'a compound file of a program whose files are not read';
  return failed({ outcome: 'unsupported-format', reason: `The file seems to be ${what}. ${READ_FORMATS}` });
}
