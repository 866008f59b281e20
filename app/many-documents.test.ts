import { expect, it } from 'vitest';
import type { DocumentId } from '../kernel/index.ts';
import { sha256 } from '../kernel/index.ts';
import { countReads } from '../ledger/test-support/count-reads.ts';
import type { Application } from './application.ts';
import { getDocument } from './commands/list-documents.ts';
import { CALLER, withApplication } from './test-support/workspace.ts';

/** Takes documents of a plant in, without reading them. */
async function accept(application: Application, count: number): Promise<DocumentId> {
  let last: DocumentId | undefined;
  for (let index = 0; index < count; index++) {
    const uri = `手册 ${index} manual`;
    const { document } = await application.ledger.documents.accept({
      tenant: CALLER.tenant,
      uri,
      fileName: 'a.pdf',
      sha256: sha256(uri),
      bytes: 1,
      actor: CALLER.actor,
      claims: {},
    });
    last = document.id;
  }
  if (last === undefined) throw new Error('no document was taken in');
  return last;
}

it('reads one document by its key, however many there are', async () => {
  await withApplication(async (application) => {
    const one = await accept(application, 1);
    const alone = await countReads(() => getDocument(application, CALLER, one));
    await accept(application, 400);
    expect(await countReads(() => getDocument(application, CALLER, one))).toEqual(alone);
    expect((await getDocument(application, CALLER, one)).document).toMatchObject({ id: one, uri: '手册 0 manual' });
  });
});
