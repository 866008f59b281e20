export { openEndpointLanguageModel } from './language/endpoint-language-model.ts';
export { type ModelChoice, makePassageModels, openModel } from './model-choice.ts';
export { readSevFile, type SevModel } from './sev-file.ts';
export { openStaticEmbedder } from './static-embedder.ts';
