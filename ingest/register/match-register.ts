import type { DocumentClaims } from '../../kernel/index.ts';
import type { Register, RegisterFault } from './read-register.ts';

export interface RegisteredFiles {
  /** What the register says, by uri of a file. */
  readonly claims: ReadonlyMap<string, DocumentClaims>;
  /** Files whose row cannot be used: they are not taken in, since the row may hold their access labels. */
  readonly heldBack: ReadonlyMap<string, RegisterFault>;
  /** Files that no row names. */
  readonly withoutRow: readonly string[];
  /** Rows, good or bad, that name none of the files. */
  readonly withoutFile: readonly { readonly line: number; readonly name: string }[];
  /** Rows that cannot be used. */
  readonly faults: readonly RegisterFault[];
}

/**
 * Finds for each row the file that it names: by the whole uri, else by the end of the path where that is one file only. A row that
 * could mean several files is a fault and holds all of them back.
 */
export function matchRegister({ rows, faults }: Register, uris: readonly string[]): RegisteredFiles {
  const claims = new Map<string, DocumentClaims>();
  const heldBack = new Map<string, RegisterFault>();
  const found: RegisterFault[] = [...faults];
  const withoutFile: { line: number; name: string }[] = [];
  for (const row of [...rows, ...faults]) {
    const { line, name } = row;
    if (name === undefined) continue;
    const meant = filesOf(name, uris);
    if (meant.length === 0) withoutFile.push({ line, name });
    const fault =
      'message' in row
        ? row
        : meant.length > 1
          ? { line, name, message: `"${name}" may be any of ${meant.join(', ')}; write more of the path` }
          : undefined;
    if (fault !== undefined && !('message' in row)) found.push(fault);
    for (const uri of meant) {
      if (fault !== undefined) heldBack.set(uri, fault);
      else if (claims.has(uri)) heldBack.set(uri, { line, name, message: `"${uri}" is named by two rows` });
      else if ('claims' in row) claims.set(uri, row.claims);
    }
  }
  for (const [uri, fault] of heldBack) {
    claims.delete(uri);
    if (!found.includes(fault)) found.push(fault);
  }
  return {
    claims,
    heldBack,
    withoutRow: uris.filter((uri) => !claims.has(uri) && !heldBack.has(uri)),
    withoutFile: withoutFile.sort((a, b) => a.line - b.line),
    faults: found.sort((a, b) => a.line - b.line),
  };
}

function filesOf(name: string, uris: readonly string[]): readonly string[] {
  if (uris.includes(name)) return [name];
  return uris.filter((uri) => uri.endsWith(`/${name}`));
}
