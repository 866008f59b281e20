import type { LeftOut, PlannedFile, RegisteredFiles } from '../../app/index.ts';
import { assertNever } from '../../kernel/index.ts';

/** One line a file and a last one that counts: what ingesting would come to. */
export function presentPlan(planned: readonly PlannedFile[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of planned) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const summary = [...counts].sort().map(([kind, count]) => `${count} ${kind}`);
  return `${planned.map((file) => `${file.kind}\t${file.uri}${detailOf(file)}\n`).join('')}${summary.join(', ') || 'no files'}; nothing was written\n`;
}

/** One line a thing that is not taken in, with its reason. */
export function presentLeftOut(leftOut: readonly LeftOut[]): string {
  return leftOut.map(({ uri, kind, reason }) => `left-out\t${uri}\t${kind}: ${reason}\n`).join('');
}

/** Rows that cannot be used with their lines, files that no row names and rows that name no file. */
export function presentRegister(register: RegisteredFiles | undefined): string {
  if (register === undefined) return '';
  return [
    ...register.faults.map(
      ({ line, name, message }) => `register line ${line}: ${message}${name === undefined ? '' : ` (${name}: not taken in)`}`,
    ),
    ...register.withoutRow.map((uri) => `no row of the register names ${uri}`),
    ...register.withoutFile.map(({ line, name }) => `register line ${line}: there is no file "${name}"`),
  ]
    .map((text) => `${text}\n`)
    .join('');
}

function detailOf(file: PlannedFile): string {
  const own = file.revision === undefined ? '' : `\tRev. ${file.revision}`;
  switch (file.kind) {
    case 'new':
      return `${own}${file.sameBytes.length === 0 ? '' : `\tthe same bytes are there as ${file.sameBytes.join(', ')}`}`;
    case 'duplicate':
      return own;
    case 'superseding':
      return `${own}\tin place of ${named(file.supersedes)}`;
    case 'older':
      return `${own}\tolder than ${named(file.than)}`;
    case 'unreadable':
      return `\t${file.outcome}: ${file.reason}`;
    default:
      return assertNever(file);
  }
}

function named({ uri, title, revision }: { readonly uri: string; readonly title: string; readonly revision?: string }): string {
  return `${revision === undefined ? '' : `Rev. ${revision} of `}${title} (${uri})`;
}
