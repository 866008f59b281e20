/** Entry of the one process that parses, analyses and extracts. */
import { answerParent } from '../../ingest/index.ts';
import { refineChunks } from './refine-chunks.ts';

answerParent(refineChunks);
