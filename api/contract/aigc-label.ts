import { z } from 'zod';
import { CONTENT_ORIGINS } from '../../app/index.ts';

const spreading = z.literal('').meta({ description: 'For who spreads the answer to fill in' });

/** Whose words something is given in, for programs: the fields of GB 45438-2025 under its own names, and `origin`. */
export const aigcLabelSchema = z
  .object({
    origin: z.enum(CONTENT_ORIGINS).meta({
      description:
        '`quotation`: words of the cited documents, with figures and notes by program; `model`: a language model worded the claims that have `worded`',
    }),
    Label: z.enum(['1', '']).meta({ description: '`1`: generated; empty of a quotation, for which the standard has no value' }),
    ContentProducer: z.string().meta({ description: 'Who answers for it: `FAULTLINE_CONTENT_PRODUCER`' }),
    ProduceID: z.string().meta({ description: 'SHA-256 of the canonical JSON of the content, in hex; the audit trail has it as `answer`' }),
    ReservedCode1: z.string().meta({
      description: 'SHA-256 of the canonical JSON of `ContentProducer`, `Label`, `ProduceID` and `origin`, in hex; no signature',
    }),
    ContentPropagator: spreading,
    PropagateID: spreading,
    ReservedCode2: spreading,
  })
  .meta({ id: 'AigcLabel', description: 'Implicit label of GB 45438-2025: what stands under `AIGC` in the metadata of a file' });

export const noticeSchema = z
  .string()
  .meta({ description: 'To be shown with it, in its language: whether it is quoted, or worded by a language model and so AI-generated' });
