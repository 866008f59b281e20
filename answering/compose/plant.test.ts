import { passageReaderContract } from '../../kernel/ports/passage-reader.contract.ts';
import { ACCESS, evidenceOf } from './plant.test-support.ts';

passageReaderContract('a plant written down in a test', async () => {
  const row = (words: string) => [['Tag', 'asset', words]] as const;
  const { passages } = evidenceOf([
    { title: 'other', lines: [{ kind: 'paragraph', headings: [], text: '泵' }] },
    {
      title: 'manual',
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
