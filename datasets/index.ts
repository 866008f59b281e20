export type { GoldQuestion, Random } from './demo-plant/index.ts';
export { createRandom, generateBinder, generateDemoPlant, goldQuestionSchema } from './demo-plant/index.ts';
export type { Manifest, ManifestEntry } from './manifest.ts';
export { manifestEntryOf, parseManifest } from './manifest.ts';
export { markdownToDocx } from './structure-sample/markdown-to-docx.ts';
export { markdownToHtml } from './structure-sample/markdown-to-html.ts';
