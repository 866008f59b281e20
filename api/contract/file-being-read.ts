import { z } from 'zod';

/** A file that is being read; of what it is left out, says what lists it. */
export const fileBeingReadSchema = z.object({ documentId: z.string(), fileName: z.string() });
