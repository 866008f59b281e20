import { foldText } from '../../kernel/index.ts';
import { wording, wordingPatterns } from '../../ontology/index.ts';
import type { Check } from './check.ts';
import type { ClaimParts } from './claim-parts.ts';
import type { SourceUnit } from './source-text.ts';

const REVISION = new RegExp(wording('revision'), 'gu');
const VERSIONS = wordingPatterns('versionNumber', 'gu');

/** The revision or version that a claim names has to be one that the unit or what stands above it names. */
export function checkRevision(claim: ClaimParts, unit: SourceUnit): Check[] {
  const stated = new Set([...namedIn(unit.text), ...namedIn(unit.context)]);
  const foreign = namedIn(claim.text).find((label) => !stated.has(label));
  if (foreign === undefined) return [];
  const others = [...stated].sort().join(', ');
  if (stated.size === 0) return [{ name: 'revision', outcome: 'failed', detail: `the source names no revision ${foreign}` }];
  return [{ name: 'revision', outcome: 'contradicted', detail: `${foreign}; the source says ${others}` }];
}

function namedIn(text: string): readonly string[] {
  const folded = foldText(text).text;
  return [REVISION, ...VERSIONS].flatMap((pattern) =>
    [...folded.matchAll(pattern)].flatMap(({ groups }) => {
      const label = groups?.latin ?? groups?.chinese ?? groups?.before ?? groups?.number;
      return label === undefined ? [] : [label.toLowerCase()];
    }),
  );
}
