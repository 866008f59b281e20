import { type Anchor, assertNever } from '../../kernel/index.ts';

/** Where something stands, in words: `p. 12`, `row 48, column "Date"`, `section/2/paragraph/5`. */
export function describeAnchors(anchors: readonly Anchor[]): string {
  return [...new Set(anchors.map(describeAnchor))].join(', ');
}

function describeAnchor(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'page':
      return `p. ${anchor.page}`;
    case 'row':
      return [
        anchor.sheet === '' ? '' : `sheet "${anchor.sheet}" `,
        `row ${anchor.row}`,
        anchor.column === undefined ? '' : `, column "${anchor.column}"`,
      ].join('');
    case 'block':
      return anchor.path;
    case 'drawing':
      return `${anchor.layout} ${anchor.entity}`;
    default:
      return assertNever(anchor);
  }
}
