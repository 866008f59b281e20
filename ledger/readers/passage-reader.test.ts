import { passageReaderContract } from '../../kernel/ports/passage-reader.contract.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { ingest, PLANT, type Sample } from '../test-support/sample-documents.fixture.ts';

const SAMPLES: readonly Sample[] = [
  { uri: 'other', says: [['P-1', 'leakage']], about: [{ kind: 'model', text: 'X100', source: 'folder' }] },
  {
    uri: 'manual',
    says: [
      ['P-1', '泄漏'],
      ['P-2', 'wear'],
      ['P-3', 'noise'],
    ],
    rows: [['P-1', 3, 2]],
    about: [
      { kind: 'product', text: '蓝鲸 空压机', source: 'cover' },
      { kind: 'model', text: 'X200', source: 'folder' },
    ],
  },
];

describeLedgers('the passages of a ledger', (form) => {
  passageReaderContract(form.name, async () => {
    const ledger = await openEmpty(form, { now: () => 5 });
    const versions = [];
    for (const sample of SAMPLES) versions.push(await ingest(ledger, sample));
    const version = versions.at(-1);
    if (version === undefined) throw new Error('samples were ingested');
    return { reader: ledger.passages, access: await ledger.accessFor(PLANT, 'all'), version, close: () => ledger.close() };
  });
});
