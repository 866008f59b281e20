/** Entry of a process that parses, analyses, extracts and embeds. */
import { answerParent } from '../../ingest/index.ts';
import { makePassageModels } from '../../models/index.ts';
import { refineChunks } from './refine-chunks.ts';

const embedderOf = makePassageModels();
const untilKilled = new AbortController().signal;

answerParent({ refine: refineChunks, embed: ({ texts, model }) => embedderOf(model).embed(texts, untilKilled) });
