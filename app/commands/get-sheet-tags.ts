import { isDrawingFormat, viewPage, viewSheet } from '../../ingest/index.ts';
import {
  type Access,
  type Anchor,
  type Box,
  type Caller,
  type DocumentId,
  type Entity,
  FaultlineError,
  type KeyId,
  type PassageId,
  spanAnchors,
  type VersionId,
} from '../../kernel/index.ts';
import { matchingForms } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { type NamedEntity, nameEntity } from '../knowledge/named-entity.ts';
import { readerAccess } from '../reader-access.ts';
import { openContent } from './open-content.ts';

/** Labels of a sheet that are looked at. */
const MOST_LABELS = 20_000;

export interface SheetTagsRequest {
  readonly document: DocumentId;
  /** Place of the sheet, from 1; of a PDF the page that it is. */
  readonly page: number;
}

/** A tag as it is drawn, and the thing that it names. */
export interface SheetTag {
  readonly entity: NamedEntity;
  readonly passageId: PassageId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where it stands in the picture of the sheet without marks: shares of its width and height from the top left, 0 to 1. */
  readonly place: Box;
}

export interface SheetTags {
  readonly versionId: VersionId;
  /** Name of the sheet, as anchors give it. */
  readonly layout: string;
  /** In reading order. */
  readonly tags: readonly SheetTag[];
}

/** The tags of a sheet of a document's newest version with the things they name. @throws FaultlineError `not-found`, `no-page-image`. */
export async function getSheetTags(application: Application, caller: Caller, { document, page }: SheetTagsRequest): Promise<SheetTags> {
  const { ledger, grammar } = application;
  const access = await readerAccess(application, caller);
  const { version, path } = await openContent(application, caller, { document });
  const { format, id } = version;
  const isPage = format === 'pdf';
  if (!isPage && !isDrawingFormat(format)) throw noSheet();
  const { name, window } = isPage ? await viewPage({ path, page }) : await viewSheet({ path, format, sheet: page });
  const labels = await ledger.passages.range(access, id, 0, MOST_LABELS, ['drawing-label']);
  if (isPage && !labels.some(({ passage }) => boxOn(name, passage.anchors) !== undefined)) throw noSheet();
  const found = labels.flatMap(({ passage }) =>
    grammar.find(passage.text).flatMap(({ identifier, start, end }) => {
      const box = boxOn(name, spanAnchors(passage, start, end));
      return box === undefined ? [] : [{ passage, start, end, box, forms: matchingForms(identifier.text) }];
    }),
  );
  const entityOf = await entitiesByForm(application, access, [...new Set(found.flatMap(({ forms }) => forms))]);
  noteAudit(application, caller, 'content-read', id, { document, part: 'tags', page });
  return {
    versionId: id,
    layout: name,
    tags: found.flatMap(({ passage, start, end, box, forms }) => {
      const entity = forms.flatMap((form) => entityOf.get(form) ?? [])[0];
      if (entity === undefined) return [];
      const text = passage.text.slice(start, end);
      return [
        {
          entity: nameEntity(entity),
          passageId: passage.id,
          start,
          end,
          text,
          place: within(window, isPage ? mirrored(window, box) : box),
        },
      ];
    }),
  };
}

/** The thing of the strongest key of each form. */
async function entitiesByForm({ ledger }: Application, access: Access, forms: readonly string[]) {
  const keys = await ledger.keys.find(access, forms);
  const entities: ReadonlyMap<KeyId, Entity> = await ledger.keys.entities(
    access,
    keys.map(({ id }) => id),
  );
  const entityOf = new Map<string, Entity>();
  for (const { id, folded } of keys) {
    const entity = entities.get(id);
    if (entity !== undefined && !entityOf.has(folded)) entityOf.set(folded, entity);
  }
  return entityOf;
}

function boxOn(layout: string, anchors: readonly Anchor[]): Box | undefined {
  const boxes = anchors.flatMap((anchor) => {
    if (anchor.kind === 'drawing') return anchor.layout === layout ? [anchor.box] : [];
    return anchor.kind === 'page' && String(anchor.page) === layout ? anchor.boxes : [];
  });
  const [first, ...others] = boxes;
  if (first === undefined) return undefined;
  return others.reduce(
    (all, box) => ({
      x0: Math.min(all.x0, box.x0),
      y0: Math.min(all.y0, box.y0),
      x1: Math.max(all.x1, box.x1),
      y1: Math.max(all.y1, box.y1),
    }),
    first,
  );
}

function noSheet(): FaultlineError {
  return new FaultlineError('no-page-image', 'Tags are shown on sheets of drawings, and this is none.');
}

/** On a page of a PDF y goes downwards, on a sheet upwards. */
function mirrored({ y0, y1 }: Box, box: Box): Box {
  return { ...box, y0: y0 + y1 - box.y1, y1: y0 + y1 - box.y0 };
}

/** Of a sheet y goes upwards, of its picture downwards. */
function within(window: Box, { x0, y0, x1, y1 }: Box): Box {
  const [width, height] = [window.x1 - window.x0, window.y1 - window.y0];
  const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5;
  return {
    x0: share((x0 - window.x0) / width),
    y0: share((window.y1 - y1) / height),
    x1: share((x1 - window.x0) / width),
    y1: share((window.y1 - y0) / height),
  };
}
