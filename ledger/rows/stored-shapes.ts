import { z } from 'zod';
import {
  AUTHORITIES,
  COLUMN_ROLES,
  DIMENSIONS,
  type DocumentClaims,
  DRAWN_RELATIONS,
  type Evidence,
  type FactObject,
  FaultlineError,
  type Json,
  KEY_CLASSES,
  NODE_KINDS,
  PASSAGE_KINDS,
  type Passage,
  type PassageStructure,
  PREDICATES,
  parseAccountId,
  parseApiKeyId,
  parseDecisionId,
  parseDocumentId,
  parseEntityId,
  parseFactId,
  parseFeedbackId,
  parseFormId,
  parseJobId,
  parseKeyId,
  parseLabelSetId,
  parsePassageId,
  parseTenantId,
  parseVersionId,
  QUALIFIER_NAMES,
  type Qualifier,
  RECORD_KINDS,
  type Recognition,
  type RowAnchor,
  SCOPE_NAME_KINDS,
  SCOPE_NAME_SOURCES,
  type ScopeName,
  SHEET_STATUSES,
  type Value,
} from '../../kernel/index.ts';

/*
 * What rows must look like when they are read back. A row that does not is damage, never data: reading stops with
 * `storage-failed` instead of handing on something that only looks right.
 */

function idShape<Id extends string>(parse: (text: string) => Id | undefined) {
  return z.string().transform((text, context): Id => {
    const id = parse(text);
    if (id !== undefined) return id;
    context.addIssue({ code: 'custom', message: 'is no id' });
    return z.NEVER;
  });
}

export const tenantShape = idShape(parseTenantId);
export const documentIdShape = idShape(parseDocumentId);
export const versionIdShape = idShape(parseVersionId);
export const passageIdShape = idShape(parsePassageId);
export const keyIdShape = idShape(parseKeyId);
export const factIdShape = idShape(parseFactId);
export const entityIdShape = idShape(parseEntityId);
export const labelSetIdShape = idShape(parseLabelSetId);
export const jobIdShape = idShape(parseJobId);
export const decisionIdShape = idShape(parseDecisionId);
export const feedbackIdShape = idShape(parseFeedbackId);
export const formIdShape = idShape(parseFormId);
export const textsShape = z.array(z.string());
export const apiKeyIdShape = idShape(parseApiKeyId);
export const accountIdShape = idShape(parseAccountId);

export const languageShape = z.enum(['zh', 'en', 'mixed', 'none']);
export const authorityShape = z.enum(AUTHORITIES);
export const keyClassShape = z.enum(KEY_CLASSES);
export const nodeKindShape = z.enum(NODE_KINDS);
export const evidenceStatusShape = z.enum(['stated', 'observed', 'derived']);

export const boxShape = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const rowAnchorShape: z.ZodType<RowAnchor> = z.object({
  kind: z.literal('row'),
  sheet: z.string(),
  row: z.number(),
  column: z.exactOptional(z.string()),
  line: z.exactOptional(z.number()),
});
const anchorShape = z.union([
  z.object({ kind: z.literal('page'), page: z.number(), boxes: z.array(boxShape) }),
  z.object({
    kind: z.literal('block'),
    path: z.string(),
    start: z.number(),
    end: z.number(),
    picture: z.exactOptional(z.object({ number: z.number(), boxes: z.array(boxShape) })),
  }),
  rowAnchorShape,
  z.object({ kind: z.literal('drawing'), layout: z.string(), entity: z.string(), box: boxShape }),
]);

const identifierShape = z.object({
  kind: z.enum(['tag', 'part', 'serial', 'alarm', 'document', 'line', 'order']),
  text: z.string(),
  folded: z.string(),
});
const quantityShape = z.object({
  low: z.number(),
  high: z.number(),
  unit: z.string(),
  dimension: z.enum(DIMENSIONS),
  comparator: z.enum(['=', '<', '<=', '>', '>=', '~']),
  tolerance: z.exactOptional(z.object({ minus: z.number(), plus: z.number() })),
  si: z.object({ low: z.number(), high: z.number() }),
  decimals: z.number(),
  recurring: z.boolean(),
});
const valueShape: z.ZodType<Value> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('number'), text: z.string(), number: z.number() }),
  z.object({ kind: z.literal('quantity'), text: z.string(), quantity: quantityShape }),
  z.object({ kind: z.literal('identifier'), text: z.string(), identifier: identifierShape }),
  z.object({ kind: z.literal('date'), text: z.string(), time: z.number(), precision: z.enum(['day', 'minute', 'second']) }),
  z.object({ kind: z.literal('concept'), text: z.string(), concept: z.string() }),
]);

/** Cells of a record by field; what the ledger adds to a cell for comparing is not part of the shape and is left behind. */
export const recordColumnsShape = z.record(z.string(), valueShape.nullable());
/** Some of these cells. */
export const recordCellsShape = z.array(valueShape.nullable());
export const recordKindShape = z.enum(RECORD_KINDS);
export const storedRowAnchorShape = rowAnchorShape;

/** Absent in data of before structure was kept: such a passage is of no known element until its document is read again. */
const passageStructureShape: z.ZodType<PassageStructure> = z.object({
  section: z.exactOptional(z.number()),
  level: z.exactOptional(z.number()),
  title: z.exactOptional(z.number()),
  list: z.exactOptional(z.number()),
  table: z.exactOptional(z.number()),
  leadIn: z.exactOptional(z.object({ order: z.exactOptional(z.number()), text: z.string() })),
  rowLabels: z.exactOptional(
    z.array(z.object({ text: z.string(), order: z.exactOptional(z.number()), column: z.exactOptional(z.string()) })),
  ),
  sheet: z.exactOptional(z.number()),
  stamp: z.exactOptional(z.enum(SHEET_STATUSES)),
  drawn: z.exactOptional(
    z.array(
      z.object({
        kind: z.enum(DRAWN_RELATIONS),
        own: z.string(),
        other: z.string(),
        otherIs: z.enum(['tag', 'line', 'connector', 'loop', 'role']),
        line: z.exactOptional(z.string()),
        confidence: z.number(),
        isStated: z.exactOptional(z.literal(true)),
        isElectrical: z.exactOptional(z.literal(true)),
      }),
    ),
  ),
});

const recognitionShape: z.ZodType<Recognition> = z.object({
  method: z.literal('ocr'),
  engine: z.string(),
  confidence: z.number(),
  unsure: z.array(z.object({ start: z.number(), end: z.number(), confidence: z.number() })),
  repairs: z.array(z.object({ start: z.number(), end: z.number(), recognised: z.string() })),
});

/** A passage without what stands in columns of its own. */
export const passageContentShape: z.ZodType<Omit<Passage, 'id' | 'versionId' | 'kind' | 'order' | 'text' | 'runs' | 'scope' | 'printed'>> =
  z.object({
    language: languageShape,
    headings: z.array(z.string()),
    structure: passageStructureShape.default({}),
    anchors: z.array(anchorShape),
    cells: z.exactOptional(
      z.array(
        z.object({
          column: z.string(),
          role: z.exactOptional(z.enum(COLUMN_ROLES)),
          decision: z.exactOptional(decisionIdShape),
          start: z.number(),
          end: z.number(),
        }),
      ),
    ),
    marker: z.exactOptional(z.string()),
    recognition: z.exactOptional(recognitionShape),
    corrections: z.exactOptional(z.array(z.object({ decision: decisionIdShape, start: z.number(), end: z.number(), text: z.string() }))),
  });
export const passageKindShape = z.enum(PASSAGE_KINDS);
export const tokensShape = z.array(z.string());
export const scopeShape = z.array(keyIdShape);
export const labelsShape = z.array(z.string());

const factObjectShape: z.ZodType<FactObject> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('key'), key: keyIdShape }),
  z.object({ kind: z.literal('value'), value: valueShape }),
]);
const qualifierShape: z.ZodType<Qualifier> = z.object({ name: z.enum(QUALIFIER_NAMES), value: factObjectShape });
export const predicateShape = z.enum(PREDICATES);
export const factContentShape = z.object({ object: factObjectShape, qualifiers: z.array(qualifierShape) });
/** Evidence without what stands in columns of its own. */
export const evidenceContentShape: z.ZodType<Omit<Evidence, 'passageId' | 'start' | 'end' | 'extractor'>> = z.object({
  quote: z.string(),
  anchors: z.array(anchorShape),
  extractorVersion: z.string(),
  confidence: z.number(),
  status: evidenceStatusShape,
  decisions: z.exactOptional(z.array(decisionIdShape)),
});

export const scopeNamesShape: z.ZodType<readonly ScopeName[]> = z.array(
  z.object({ kind: z.enum(SCOPE_NAME_KINDS), text: z.string(), source: z.enum(SCOPE_NAME_SOURCES) }),
);

export const claimsShape: z.ZodType<DocumentClaims> = z.object({
  title: z.exactOptional(z.string()),
  documentNumber: z.exactOptional(z.string()),
  revision: z.exactOptional(z.string()),
  effective: z.exactOptional(z.number()),
  authority: z.exactOptional(authorityShape),
  site: z.exactOptional(z.string()),
  labels: z.exactOptional(labelsShape),
  translationOf: z.exactOptional(documentIdShape),
  scopeNames: z.exactOptional(scopeNamesShape),
});

export const jsonShape = z.json() as z.ZodType<Json>;

/** @throws FaultlineError `storage-failed` when the row is damaged. */
export function readShape<Out>(shape: z.ZodType<Out>, value: unknown, what: string): Out {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  throw damaged(what, read.error);
}

/** @throws FaultlineError `storage-failed` when the text is not JSON of this shape. */
export function readJson<Out>(shape: z.ZodType<Out>, text: string, what: string): Out {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged(what, cause);
  }
  return readShape(shape, value, what);
}

/** A list of texts, checked by hand: hundreds of them a search. @throws FaultlineError `storage-failed` like `readJson`. */
export function readTexts(json: string, what: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw damaged(what, cause);
  }
  if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) return value;
  throw damaged(what, undefined);
}

function damaged(what: string, cause: unknown): FaultlineError {
  return new FaultlineError('storage-failed', `The ledger holds a damaged ${what}; restore a backup or ingest the document again.`, {
    cause,
  });
}

/** Canonical JSON of a kernel value, which holds only what JSON can. */
export function asJson(value: object): Json {
  return value as unknown as Json;
}
