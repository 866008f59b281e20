import { expect, it } from 'vitest';
import { readHere } from '../../ingest/index.ts';
import type { Application } from '../application.ts';
import { refineChunks } from '../pipeline/refine-chunks.ts';
import { wholeState } from '../test-support/whole-state.ts';
import { CALLER, ingest, NEVER, openHome, withApplication, withFolder } from '../test-support/workspace.ts';
import { readDocumentsAgain } from './read-documents-again.ts';

const DOCUMENTS = [
  { uri: '工单.csv', text: 'Work order,Date,Asset,Description\nW1,2022-03-10,P-101,轴承过热\nW2,2022-03-11,P-101,Seal leaks\n' },
  { uri: 'manual.md', text: '# Pump P-101\n\nThe tightening torque of P-101 is 40 N·m.\n' },
];

/** A program that reads no row of a log but the first. */
const before: Application['read'] = async function* (request, signal) {
  for await (const event of readHere(request, signal, refineChunks)) {
    if (event.kind === 'survey') yield { ...event, parserVersion: `${event.parserVersion} of before` };
    else if (event.kind !== 'chunk') yield event;
    else yield { ...event, chunk: { ...event.chunk, records: event.chunk.records.slice(0, 1) } };
  }
};

it('what a program of before has read is as if this one had read it, once all is read again', async () => {
  const fresh = await withApplication(async (application) => {
    for (const document of DOCUMENTS) await ingest(application, document);
    return wholeState(application);
  });
  await withFolder(async (home) => {
    const old = await openHome(home, { read: before });
    for (const document of DOCUMENTS) await ingest(old, document);
    await old.close();
    const application = await openHome(home);
    try {
      expect(await wholeState(application)).not.toEqual(fresh);
      expect(await readDocumentsAgain(application, CALLER, NEVER)).toBe(DOCUMENTS.length);
      expect(await wholeState(application)).toEqual(fresh);
      await readDocumentsAgain(application, CALLER, NEVER);
      expect(await wholeState(application)).toEqual(fresh);
    } finally {
      await application.close();
    }
  });
});
