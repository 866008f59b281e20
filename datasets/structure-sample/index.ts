export { markdownToDocx } from './markdown-to-docx.ts';
export { markdownToHtml } from './markdown-to-html.ts';
export type { StructureUnit } from './structure-unit.ts';
export { parseStructureUnits, STRUCTURE_GROUPS } from './structure-unit.ts';
export { textMark } from './text-mark.ts';
