export type { GoldQuestion, Random } from './demo-plant/index.ts';
export { createRandom, generateBinder, generateDemoPlant, goldQuestionSchema } from './demo-plant/index.ts';
export type { Manifest, ManifestEntry } from './manifest.ts';
export { manifestEntryOf, parseManifest } from './manifest.ts';
export type { StructureUnit } from './structure-sample/index.ts';
export { markdownToDocx, markdownToHtml, parseStructureUnits, STRUCTURE_GROUPS, textMark } from './structure-sample/index.ts';
