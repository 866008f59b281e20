import { describe } from 'vitest';
import { foldIdentifier, type Key, makeDocumentId, makeKeyId } from '../../kernel/index.ts';
import { keyReaderContract } from '../../kernel/ports/key-reader.contract.ts';
import { passageReaderContract } from '../../kernel/ports/passage-reader.contract.ts';
import { recordReaderContract } from '../../kernel/ports/record-reader.contract.ts';
import { ACCESS, evidenceOf, type TestRow } from './plant.test-support.ts';

passageReaderContract('a plant written down in a test', async () => {
  const row = (words: string) => [['Tag', 'asset', words]] as const;
  const { passages } = evidenceOf([
    { title: 'other', uri: 'X100/other.md', lines: [{ kind: 'paragraph', headings: [], text: '泵' }] },
    {
      title: 'manual',
      uri: 'X200/manual.md',
      lines: [
        { kind: 'step', headings: ['A', 'B'], marker: '1', text: 'Close the valve.' },
        { kind: 'warning', headings: ['A', 'B'], text: '警告：高温。' },
        { kind: 'step', headings: ['A', 'B'], marker: '2', text: 'Open the drain.' },
        { kind: 'paragraph', headings: ['A', 'C'], text: 'What follows.' },
        { kind: 'table-row', headings: ['A', 'C'], row: row('HV-1') },
        { kind: 'table-row', headings: ['A', 'C'], row: row('HV-2') },
        { kind: 'paragraph', headings: ['A', 'C'], text: 'The end.' },
      ],
    },
  ]);
  const [, last] = [...(await passages.documents(ACCESS))].sort((a, b) => (a.version.title < b.version.title ? 1 : -1));
  if (last === undefined) throw new Error('two documents were written');
  return { reader: passages, access: ACCESS, version: last.version.id, close: async () => undefined };
});

describe.each([
  ['zh', ['泵 P-1 漏油。', '停泵后关闭 HV-1。', '再次启动 P-1。']],
  ['en', ['Pump P-1 leaks oil.', 'Stop the pump, then close HV-1.', 'Start P-1 again.']],
] as const)('in %s', (_, texts) => {
  keyReaderContract('a plant written down in a test', async () => {
    const { keys, passages } = evidenceOf([{ title: 'manual', lines: texts.map((text) => ({ kind: 'paragraph', headings: [], text })) }]);
    const keyOf = (text: string): Key => {
      const folded = foldIdentifier(text);
      const id = makeKeyId(ACCESS.tenant, 'FunctionalLocation', 'tag', 'main', folded);
      return { id, type: 'FunctionalLocation', class: 'tag', site: 'main', folded, text, language: 'none' };
    };
    return {
      reader: keys,
      access: ACCESS,
      versions: (await passages.documents(ACCESS)).map(({ version }) => version.id),
      keys: ['P-1', 'HV-1'].map(keyOf),
      links: [],
      facts: [],
      close: async () => undefined,
    };
  });
});

recordReaderContract('a log written down in a test', async (rows) => {
  const beingRead = [{ fileName: 'new.csv', documentId: makeDocumentId(ACCESS.tenant, 'new') }];
  const written = rows.map(
    ({ asset, date, duration, text }): TestRow => ({
      kind: 'work-order',
      columns: {
        asset: { kind: 'identifier', text: asset, identifier: { kind: 'tag', text: asset, folded: foldIdentifier(asset) } },
        date: { kind: 'date', text: String(date), time: date * 86_400_000, precision: 'day' },
        ...(duration === null ? {} : { duration: { kind: 'number', text: String(duration), number: duration } }),
        text: { kind: 'text', text },
      },
    }),
  );
  const { records } = evidenceOf([], written, beingRead);
  const [first] = await records.samples(ACCESS, 'work-order', 1, new AbortController().signal);
  if (first === undefined) throw new Error('rows were written');
  return { reader: records, access: ACCESS, document: first.documentId, version: first.versionId, beingRead, close: async () => undefined };
});
