import { embedderContract } from '../kernel/ports/embedder.contract.ts';
import { openHashedEmbedder } from './hashed-embedder.test-support.ts';

embedderContract('hashed words', () => ({ embedder: openHashedEmbedder(96), close: () => undefined }));
