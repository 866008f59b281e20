export { openStaticEmbedder } from './static-embedder.ts';
