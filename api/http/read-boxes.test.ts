import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePdfForm } from '../../datasets/forms/write-pdf-form.ts';
import { passageListSchema } from '../contract/document.ts';
import { openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
let id: string;
beforeAll(async () => {
  service = await openService();
  const lines = (text: string) => Array.from({ length: 30 }, (_, at) => ({ text: `${text} ${at + 1}` }));
  const bytes = await writePdfForm([
    { kind: 'title', level: 1, text: 'Circulation pump P-301 循环泵' },
    { kind: 'steps', first: 1, items: lines('Open the drain valve') },
    { kind: 'title', level: 1, text: '停机 P-301' },
    { kind: 'steps', first: 1, items: lines('打开排液阀') },
    { kind: 'title', level: 1, text: '启动 P-301' },
    { kind: 'steps', first: 1, items: lines('关闭排液阀') },
  ]);
  ({ id } = await service.ingest('pump.pdf', bytes));
});
afterAll(() => service.close());

/** Whether a pixel of the page at a place in points is tinted as what was read. */
async function drawn(address: string) {
  const response = await service.http.request(address);
  expect(response.status).toBe(200);
  const picture = await loadImage(Buffer.from(await response.arrayBuffer()));
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const scale = picture.width / 595;
  return (x: number, y: number) => {
    const [red = 0, , blue = 0] = context.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data;
    return blue - red > 8;
  };
}

describe('the drawn page of a document', () => {
  it('has all that was read of it framed, on each page where it stands, in Chinese and in English', async () => {
    const { passages } = await service.ask(passageListSchema, `/v1/documents/${id}/passages?limit=1000`);
    const places = passages.flatMap(({ text, anchors }) =>
      anchors.flatMap((anchor) => (anchor.kind === 'page' ? anchor.boxes.map((box) => ({ text, page: anchor.page, box })) : [])),
    );
    const pages = [...new Set(places.map(({ page }) => page))].sort();
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const [framed, plain] = [
        await drawn(`/v1/documents/${id}/pages/${page}?read=true`),
        await drawn(`/v1/documents/${id}/pages/${page}`),
      ];
      const own = places.filter((one) => one.page === page);
      const isOn = (tinted: (x: number, y: number) => boolean) =>
        own.filter(({ box }) => tinted(box.x0 + (box.x1 - box.x0) / 2, box.y0 + 0.5));
      expect(isOn(framed).map(({ text }) => text)).toEqual(own.map(({ text }) => text));
      expect(isOn(plain)).toEqual([]);
    }
  });

  it('is another picture with frames than without, and refuses what is neither', async () => {
    const of = async (query: string) => (await service.http.request(`/v1/documents/${id}/pages/1${query}`)).headers.get('etag');
    expect(await of('?read=true')).not.toBe(await of(''));
    expect(await of('?read=false')).toBe(await of(''));
    expect((await service.problem(`/v1/documents/${id}/pages/1?read=perhaps`)).status).toBe(400);
  });
});
