import type { Selectable } from 'kysely';
import type { Passage } from '../../kernel/index.ts';
import type { LedgerSchema } from '../connection/schema.ts';
import { unpackRuns } from './packed-runs.ts';
import { passageContentShape, passageIdShape, passageKindShape, readJson, readShape, scopeShape, versionIdShape } from './stored-shapes.ts';

export function readPassage(row: Omit<Selectable<LedgerSchema['passage']>, 'language' | 'tokens_json' | 'has_record'>): Passage {
  return {
    id: readShape(passageIdShape, row.id, 'passage'),
    versionId: readShape(versionIdShape, row.version, 'passage'),
    kind: readShape(passageKindShape, row.kind, 'passage'),
    order: row.ord,
    text: row.text,
    ...readJson(passageContentShape, row.content_json, 'passage'),
    ...(row.runs === null ? {} : { runs: unpackRuns(row.runs) }),
    scope: readJson(scopeShape, row.scope_json, 'passage'),
  };
}
