/** Entry of a reading process that only reads and draws. */
import { answerParent } from './answer-parent.ts';

answerParent();
