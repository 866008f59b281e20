export { type ModelChoice, makePassageModels, openModel } from './model-choice.ts';
export { openStaticEmbedder } from './static-embedder.ts';
