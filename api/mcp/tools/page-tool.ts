import { z } from 'zod';
import { type Box, type DocumentId, FaultlineError, type PassageId } from '../../../kernel/index.ts';
import { anchorSchema, boxSchema } from '../../contract/anchor.ts';
import { documentIdSchema, passageIdSchema } from '../../contract/ids.ts';
import { defineTool, type Found, type ToolContext } from '../tool.ts';

const MOST_BOXES = 200;
const offsetSchema = z.int().min(0).max(100_000_000);

interface PassagePlace {
  readonly kind: 'passage';
  readonly passage: PassageId;
  readonly span?: { readonly start: number; readonly end: number };
  readonly page: number | 'first';
}
interface PagePlace {
  readonly kind: 'page';
  readonly document: DocumentId;
  readonly page: number;
  readonly boxes: readonly Box[];
}

const placeSchema = z
  .strictObject({
    passageId: passageIdSchema.optional().meta({ description: 'A cited passage: draws the page or sheet that it stands on' }),
    start: offsetSchema.optional().meta({ description: 'Of the words to mark in the passage, as in the citation; with `end`' }),
    end: offsetSchema.optional(),
    documentId: documentIdSchema.optional().meta({ description: 'A document with pages: draws its page or sheet `page`' }),
    page: z.int().min(1).max(1_000_000).optional(),
    boxes: z.array(boxSchema).max(MOST_BOXES).optional().meta({ description: 'Places to mark on the page of a document' }),
  })
  .transform(({ passageId, start, end, documentId, page, boxes = [] }, context): PassagePlace | PagePlace => {
    if (passageId !== undefined && documentId === undefined && (start === undefined) === (end === undefined)) {
      const span = start === undefined || end === undefined ? {} : { span: { start, end } };
      return { kind: 'passage', passage: passageId, ...span, page: page ?? 'first' };
    }
    if (documentId !== undefined && passageId === undefined && page !== undefined)
      return { kind: 'page', document: documentId, page, boxes };
    context.addIssue({
      code: 'custom',
      message: 'give a passageId, with start and end together or without both, or a documentId and a page',
    });
    return z.NEVER;
  });

const shownSchema = z.object({
  documentId: z.string(),
  versionId: z.string(),
  title: z.string(),
  documentNumber: z.string().optional(),
  revision: z.string().optional(),
  page: z.int().optional(),
  quote: z.string().optional().meta({ description: 'The words that are marked' }),
  anchors: z.array(anchorSchema).readonly().meta({ description: 'The places that are marked' }),
});
type Shown = z.input<typeof shownSchema>;

export const pageTool = defineTool({
  name: 'page',
  title: 'Show a page',
  description:
    'A picture (PNG) of the place of a citation with its words marked, by `passageId`, `start` and `end`; or of a page of a PDF or a sheet of a drawing, by `documentId` and `page`, with `boxes` marked. What has no pages is drawn from what was read of it.',
  input: placeSchema,
  output: shownSchema,
  run: (context, place) => (place.kind === 'passage' ? showPassage(context, place) : showPage(context, place)),
});

async function showPassage({ service, caller, signal }: ToolContext, { kind: _, ...asked }: PassagePlace): Promise<Found<Shown>> {
  const { stored, quote, anchors, pictures } = await service.showPassage(caller, asked, signal);
  const [first] = pictures;
  if (first === undefined) throw new FaultlineError('no-page-image', 'There is nothing to draw of this passage.');
  const { documentId, title, documentNumber, revision, passage } = stored;
  const page = first.page === undefined ? {} : { page: first.page };
  const data = { documentId, versionId: passage.versionId, title, documentNumber, revision, ...page, quote, anchors };
  return { data, pictures: [first.png] };
}

async function showPage({ service, caller, signal }: ToolContext, { document, page, boxes }: PagePlace): Promise<Found<Shown>> {
  const { png } = await service.renderDocumentPage(caller, { document, page, boxes }, signal);
  if (png === undefined) throw new FaultlineError('internal', 'A page that nobody said to hold was not drawn.');
  const { versions } = await service.getDocument(caller, document, signal);
  const [drawn] = versions;
  if (drawn === undefined) throw new FaultlineError('not-found', 'There is no such document, or you may not read it.');
  const { id: versionId, title, documentNumber, revision } = drawn;
  const anchors = boxes.length === 0 ? [] : [{ kind: 'page' as const, page, boxes }];
  return { data: { documentId: document, versionId, title, documentNumber, revision, page, anchors }, pictures: [png] };
}
