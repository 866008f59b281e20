export type { GoldQuestion } from './demo-plant/index.ts';
export { generateDemoPlant, goldQuestionSchema } from './demo-plant/index.ts';
export type { Manifest, ManifestEntry } from './manifest.ts';
export { manifestEntryOf, parseManifest } from './manifest.ts';
