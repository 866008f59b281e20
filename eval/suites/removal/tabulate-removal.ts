import { printTable } from '../../print-table.ts';
import { REMOVAL_TRIALS, type RemovalReport } from './removal-suite.ts';

/** One row a set and a last one over all: documents, and how many left a difference in each trial. */
export function tabulateRemoval(report: RemovalReport): string {
  const sets = [...new Set(report.documents.map(({ set }) => set))];
  const rowOf = (name: string, documents: RemovalReport['documents']): (string | number)[] => [
    name,
    documents.length,
    ...REMOVAL_TRIALS.map((trial) => documents.filter(({ faults }) => faults.some((fault) => fault.trial === trial)).length),
  ];
  const rows = sets.map((set) =>
    rowOf(
      set,
      report.documents.filter((document) => document.set === set),
    ),
  );
  return printTable(['set', 'documents', ...REMOVAL_TRIALS], [...rows, rowOf('all', report.documents)]);
}

/** The report as a page of the trials. */
export function describeRemoval(report: RemovalReport): string {
  const faults = report.documents.flatMap(({ uri, faults }) =>
    faults.map(({ trial, differences }) => `- \`${uri}\`, ${trial}: ${differences.join(', ')}`),
  );
  return `# Removal: as if it had never been there

Written by \`faultline eval run removal\`. Every document of the demo plant and of the public sets is tried among its neighbours, and
what is left is compared with a data folder that never had it: canonical export, search index, graph and bytes.

- delete: the document is deleted; compared with a folder that read all others of its group and never this one
- take-back: it is sent again, then revised with the bytes of another document, and the revision is removed; compared with the group
- replace: it is revised again and the older version removed; compared with a folder that only ever had the revision
- afterwards: the state of the group when all its documents have been tried

${report.documents.length} documents in ${report.groups} groups of about ${report.groupDocuments} neighbours of one set (two where they are large), which share site
and keys. The folders to compare with are read anew and nothing is ever removed from them; halves of a group are read into copies
of what they share.

The columns count the documents that left a difference.${report.left.length === 0 ? '' : ` Not tried yet: ${report.left.join(', ')}.`}

\`\`\`
${tabulateRemoval(report)}
\`\`\`

${faults.length === 0 ? 'No document left a difference.' : `Differences:\n\n${faults.join('\n')}`}
`;
}
