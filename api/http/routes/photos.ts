import { createRoute } from '@hono/zod-openapi';
import { checkAction, PHOTO_LIMITS, type Service } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { photoReadingSchema } from '../../contract/photo.ts';
import { openByteRoom, type RoomPart } from '../byte-room.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { receiveUpload, type UploadStore } from '../receive-upload.ts';

/** Bytes of all photos that come in or wait to be read. */
const MOST_AT_ONCE = 8 * PHOTO_LIMITS.maxBytes;

const read = createRoute({
  method: 'post',
  path: '/v1/photos/read',
  operationId: 'readPhoto',
  summary: 'What stands on a photo of a nameplate or of an alarm panel, with how surely it was read; nothing is kept',
  description:
    `A JPEG or PNG of at most ${PHOTO_LIMITS.maxBytes} bytes and ${PHOTO_LIMITS.maxPixels} pixels. What comes back was recognised and may be ` +
    'misread: show it to whoever took the photo, and ask with what they say it is (`POST /v1/diagnoses`).',
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { file: { type: 'string', contentMediaType: 'image/jpeg' } },
            required: ['file'],
            additionalProperties: false,
          },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'What was read; no lines where no text was recognised',
      content: { 'application/json': { schema: photoReadingSchema } },
    },
    ...problems(
      ...(['invalid-request', 'document-too-large', 'unsupported-media-type', 'unsupported-format'] as const),
      ...(['parse-failed', 'limit-exceeded', 'deadline-exceeded'] as const),
    ),
  },
});

export function addPhotos(http: HttpApp, service: Service): void {
  const room = openByteRoom(MOST_AT_ONCE);
  http.openapi(read, async (context) => {
    const caller = callerOf(context);
    // Before its bytes are taken in.
    checkAction(caller, 'ask');
    const part = room.begin();
    try {
      const { kept } = await receiveUpload(context.req.raw, inMemory(part), PHOTO_LIMITS.maxBytes, refuseFields, 'photo');
      return context.json(await service.readPhoto(caller, { bytes: kept }, context.req.raw.signal), 200);
    } finally {
      part.free();
    }
  });
}

/** A photo is held in memory while it is read and stands in no file. */
function inMemory(part: RoomPart): UploadStore<Uint8Array> {
  return {
    async keep(bytes) {
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) {
        part.take(piece.byteLength);
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    },
    discard: async () => undefined,
  };
}

function refuseFields(fields: ReadonlyMap<string, string>): void {
  const [name] = fields.keys();
  if (name !== undefined) throw new FaultlineError('invalid-request', `A photo comes alone: leave the field "${name}" out.`);
}
