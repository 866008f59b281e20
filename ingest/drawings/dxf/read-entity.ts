import type { DimensionEntity, DxfEntity, InsertEntity } from './dxf-entity.ts';
import { entityBase } from './entity-base.ts';
import { planeOf } from './plane-of.ts';
import { readPath } from './read-path.ts';
import { readTable } from './read-table.ts';
import { readLeaderText, readLineText, readParagraphText } from './read-text-entity.ts';
import type { TagList } from './tag-list.ts';

/** Kinds of entities that draw something without words and are left out, so that nobody is told that something is missing. */
export const WORDLESS: ReadonlySet<string> = new Set([
  ...['HATCH', 'POINT', 'VIEWPORT', 'RAY', 'XLINE', 'WIPEOUT', 'MLINE', '3DSOLID', 'REGION', 'BODY', 'SURFACE', 'MESH', 'HELIX'],
  ...['SEQEND', 'VERTEX', 'POLYLINE', 'SHAPE', 'LIGHT', 'SUN'],
]);
const ANGULAR = new Set([2, 5]);

/** An entity from its tags; undefined for kinds that are not read. */
export function readEntity(tags: TagList): DxfEntity | undefined {
  switch (tags.type) {
    case 'TEXT':
      return readLineText(tags, 'text');
    case 'ATTRIB':
      return readLineText(tags, 'attribute');
    case 'ATTDEF':
      return readLineText(tags, 'placeholder');
    case 'MTEXT':
      return readParagraphText(tags);
    case 'INSERT':
      return readInsert(tags);
    case 'DIMENSION':
    case 'ARC_DIMENSION':
    case 'LARGE_RADIAL_DIMENSION':
      return readDimension(tags);
    case 'ACAD_TABLE':
      return readTable(tags);
    case 'MULTILEADER':
    case 'MLEADER':
      return readLeaderText(tags);
    default:
      return readPath(tags);
  }
}

function readInsert(tags: TagList): InsertEntity {
  return {
    kind: 'insert',
    ...entityBase(tags),
    block: tags.first(2) ?? '',
    at: { x: tags.number(10, 0), y: tags.number(20, 0) },
    scale: { x: tags.number(41, 1), y: tags.number(42, 1) },
    rotation: tags.number(50, 0),
    plane: planeOf(tags),
    columns: Math.max(1, tags.flags(70)),
    rows: Math.max(1, tags.flags(71)),
    columnSpacing: tags.number(44, 0),
    rowSpacing: tags.number(45, 0),
    attributes: [],
  };
}

function readDimension(tags: TagList): DimensionEntity {
  return {
    kind: 'dimension',
    ...entityBase(tags),
    override: tags.first(1) ?? '',
    measured: tags.optionalNumber(42),
    isAngle: ANGULAR.has(tags.flags(70) & 7),
    style: tags.first(3) ?? '',
    block: tags.first(2),
    at: { x: tags.number(11, tags.number(10, 0)), y: tags.number(21, tags.number(20, 0)) },
  };
}
