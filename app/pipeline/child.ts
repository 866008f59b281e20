/** Entry of a process that parses, analyses, extracts and embeds. */
import { answerParent } from '../../ingest/index.ts';
import { openStaticEmbedder } from '../../models/index.ts';
import { refineChunks } from './refine-chunks.ts';

const embedder = openStaticEmbedder();
const untilKilled = new AbortController().signal;

answerParent({ refine: refineChunks, embed: (texts) => embedder.embed(texts, untilKilled) });
