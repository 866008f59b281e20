import { z } from 'zod';
import { FaultlineError, type Json } from '../../../kernel/index.ts';
import { EMPTY_STATE, type PageState } from '../segment/page-state.ts';
import type { DocumentShape } from './survey-pdf.ts';

const styleSchema = z.object({
  bodySize: z.number(),
  bodyBold: z.boolean(),
  bodyMono: z.boolean(),
  leading: z.number(),
  left: z.number(),
  right: z.number(),
  title: z.string().optional(),
});
const detailSchema = z.union([
  z.object({ fault: z.enum(['encrypted', 'damaged', 'limit-exceeded']) }),
  z.object({
    style: styleSchema,
    running: z.array(z.object({ masked: z.string(), y: z.number(), foot: z.boolean(), text: z.string() })),
    numberings: z.array(z.object({ y: z.number(), foot: z.boolean(), ahead: z.number().int(), share: z.number() })),
    titles: z.array(z.string()),
    repeated: z.array(z.object({ key: z.string(), page: z.number().int(), isFurniture: z.boolean() })),
  }),
]);

/** What `survey` keeps in its detail: the shape of a document, or why there is none. */
export type PdfDetail = { readonly fault: 'encrypted' | 'damaged' | 'limit-exceeded' } | DocumentShape;

export function writeDetail(detail: PdfDetail): Json {
  return JSON.parse(JSON.stringify(detail)) as Json;
}

/** @throws FaultlineError internal when the detail is not one that this parser wrote. */
export function readDetail(detail: Json): PdfDetail {
  const parsed = detailSchema.safeParse(detail);
  if (!parsed.success) throw new FaultlineError('internal', 'The survey of the PDF is not of the expected form.', { cause: parsed.error });
  return parsed.data as PdfDetail;
}

const carrySchema = z.object({
  page: z.number().int().min(0),
  state: z.object({ order: z.number().int().min(0), headings: z.array(z.unknown()), counts: z.record(z.string(), z.unknown()) }).loose(),
});

/** State between chunks and the number of pages read. */
export interface PdfCarry {
  readonly page: number;
  readonly state: PageState;
}

export const FIRST_CARRY: PdfCarry = { page: 0, state: EMPTY_STATE };

export function writeCarry(carry: PdfCarry): Json {
  return JSON.parse(JSON.stringify(carry)) as Json;
}

/** @throws FaultlineError internal when the carry is not one that this parser wrote. */
export function readCarry(carry: Json): PdfCarry {
  const parsed = carrySchema.safeParse(carry);
  if (!parsed.success)
    throw new FaultlineError('internal', 'The state of the PDF reader is not of the expected form.', { cause: parsed.error });
  return parsed.data as unknown as PdfCarry;
}
