import { z } from 'zod';

/** A file that is being read; of what it is left out, says what lists it. */
export const fileBeingReadSchema = z.object({ documentId: z.string(), fileName: z.string() });

export const filesBeingReadSchema = z
  .object({ named: z.array(fileBeingReadSchema).readonly(), count: z.int().min(1) })
  .optional()
  .meta({
    description:
      'Files that were not looked through since they are being read, where nothing was answered: the first of them by name, and how many there are. Ask again when they are read',
  });
