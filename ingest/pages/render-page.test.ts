import { describe, expect, test } from 'vitest';
import { line, makePdf } from './pdf/make-pdf.test-support.ts';
import { renderPage } from './render-page.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47];

describe('renderPage', () => {
  test('draws the page as a PNG, and marked boxes change it', async () => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, '额定流量 65 m³/h', 60, 80);
    });
    const plain = await renderPage({ path, page: 1, boxes: [], scale: 1 });
    const marked = await renderPage({ path, page: 1, boxes: [{ x0: 60, y0: 80, x1: 160, y1: 95 }], scale: 1 });
    expect([...plain.slice(0, 4)]).toEqual(PNG);
    expect(Buffer.compare(plain, marked)).not.toBe(0);
    expect(Buffer.compare(plain, await renderPage({ path, page: 1, boxes: [], scale: 1 }))).toBe(0);
  });

  test('frames what was read in another colour than what is marked', async () => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, '额定流量 65 m³/h', 60, 80);
    });
    const place = { x0: 60, y0: 80, x1: 160, y1: 95 };
    const [plain, read, marked] = await Promise.all([
      renderPage({ path, page: 1, boxes: [], scale: 1 }),
      renderPage({ path, page: 1, boxes: [], read: [place], scale: 1 }),
      renderPage({ path, page: 1, boxes: [place], scale: 1 }),
    ]);
    expect(Buffer.compare(plain, read)).not.toBe(0);
    expect(Buffer.compare(marked, read)).not.toBe(0);
  });

  test('says that there is no such page', async () => {
    const path = await makePdf((pen) => pen.addPage());
    await expect(renderPage({ path, page: 2, boxes: [] })).rejects.toMatchObject({ code: 'no-page-image' });
    await expect(renderPage({ path, page: 1, boxes: [], scale: 100 })).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
