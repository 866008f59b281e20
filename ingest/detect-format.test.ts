import { describe, expect, it } from 'vitest';
import { makeTiff } from '../eval/fuzz/make-tiff.ts';
import { writeCompound } from '../eval/fuzz/write-compound.ts';
import { ok } from '../kernel/index.ts';
import { detectFormat } from './detect-format.ts';
import { encodeWide } from './test-support/encode-wide.ts';
import { temporaryFile } from './test-support/temporary-file.ts';

const detect = async (name: string, content: string | Uint8Array) => detectFormat(await temporaryFile(name, content), name);
const CSV = 'Date,Asset,Text\n2024-01-01,P-1,ok\n2024-01-02,P-2,泄漏\n';

describe('detectFormat', () => {
  it('goes by the content, not by the name', async () => {
    expect(await detect('manual.docx', '%PDF-1.7\n')).toEqual(ok('pdf'));
    expect(await detect('manual.txt', `${' '.repeat(700)}%PDF-1.4`)).toEqual(ok('pdf'));
    expect(await detect('log', CSV)).toEqual(ok('csv'));
    expect(await detect('log.pdf', CSV)).toEqual(ok('csv'));
    expect(await detect('notes.bin', '# 标题\n\n正文。\n')).toEqual(ok('markdown'));
  });

  it('lets the name decide between CSV, Markdown and text where the content fits several', async () => {
    expect(await detect('list.csv', 'pump\nvalve\n')).toEqual(ok('csv'));
    expect(await detect('list.md', 'pump\nvalve\n')).toEqual(ok('markdown'));
    expect(await detect('list.txt', 'pump\nvalve\n')).toEqual(ok('text'));
    expect(await detect('manual.csv', '# Manual\n\nOpen the valve, then wait.\n\n- Check it.\n')).toEqual(ok('markdown'));
  });

  it('knows a page by its tags, whatever stands before them and whatever it is called', async () => {
    expect(await detect('page.md.html', '<!DOCTYPE html><html><body>x</body></html>')).toEqual(ok('html'));
    expect(await detect('page', '<?xml version="1.0"?>\n<!-- 手册 -->\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>')).toEqual(
      ok('html'),
    );
    expect(await detect('export.txt', '<div class="page">\n<h1>泵</h1>\n</div>\n')).toEqual(ok('html'));
    expect(await detect('notes.html', 'Pressure < 5 bar, see manual.\n')).toEqual(ok('text'));
    expect(await detect('page.txt', `${'<!---->'.repeat(500)}no page`)).toEqual(ok('text'));
  });

  it('knows reStructuredText by its name, or by two of its marks', async () => {
    expect(await detect('a.rst', 'Pump\n====\n\nText.\n')).toEqual(ok('rst'));
    expect(await detect('a.txt', '固件更新\n========\n\n.. note:: 断电\n')).toEqual(ok('rst'));
    expect(await detect('a.txt', 'Pump\n====\n\nText.\n')).toEqual(ok('text'));
    expect(await detect('a.md', 'Pump\n====\n\n.. note:: quoted\n')).toEqual(ok('markdown'));
  });

  it.each([
    ['0\nSECTION\n2\nHEADER\n'],
    ['999\ndrawn by hand\n999\n图纸\n0\nSECTION\n2\nHEADER\n'],
    [Buffer.concat([Buffer.from('AutoCAD Binary DXF\r\n\u001a\0', 'latin1'), Buffer.from([0, 0])])],
  ])('knows a DXF drawing of either form by its head', async (content) => {
    expect(await detect('sheet.txt', content)).toEqual(ok('dxf'));
  });

  it.each([
    ['<PlantModel xmlns="http://www.example.org"><Drawing/></PlantModel>'],
    ['\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!-- 导出 -->\n<PlantModel>\n</PlantModel>'],
    ['<?xml version="1.0"?><Model name="m"><Import prefix="Core" source="https://data.dexpi.org/models/2.0.0/Core.xml"/></Model>'],
  ])('knows a plant of DEXPI by its root, whatever it is called', async (content) => {
    expect(await detect('export.xml', content)).toEqual(ok('dexpi'));
    expect(await detect('plant.csv', content)).toEqual(ok('dexpi'));
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['<?xml version="1.0"?>\n<!-- 导出 -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">\n<svg></svg>'],
    ['<!DOCTYPE svg [<!ENTITY a "P-101">]><svg>&a;</svg>'],
  ])('knows an SVG drawing by its root', async (content) => {
    expect(await detect('drawing.txt', content)).toEqual(ok('svg'));
  });

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const)(
    'knows text in %s by its mark, and what text it is',
    async (encoding) => {
      const table = '日期\t设备\t故障\n2024-03-05\tP-101\t泄漏\n2024-03-06\tP-102\t异响\n';
      expect(await detect('export.txt', encodeWide(`\ufeff${table}`, encoding))).toEqual(ok('csv'));
      expect(await detect('export.csv', encodeWide('\ufeffDate\tAsset\n2024-03-05\tP-1\n', encoding))).toEqual(ok('csv'));
      expect(await detect('notes.txt', encodeWide('\ufeff# 泵\n\n[手册](a.md)\n', encoding))).toEqual(ok('markdown'));
    },
  );

  it('takes no sound for text because it begins as a mark does', async () => {
    const sound = Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at < 2 ? 0xff - at : (at * 7_919 + (at >> 3) * 104_729) & 0xff)));
    expect(await detect('a.mp1', sound)).toMatchObject({ ok: false, fault: { outcome: 'unsupported-format' } });
  });

  it('knows pictures by their first bytes, whatever they are called', async () => {
    expect(await detect('photo.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toEqual(ok('png'));
    expect(await detect('铭牌.png', Buffer.from('ffd8ffe000104a46494600010100', 'hex'))).toEqual(ok('jpeg'));
    expect(await detect('fax', Buffer.from('49492a0008000000000000000000', 'hex'))).toEqual(ok('tiff'));
    expect(await detect('fax', Buffer.from('4d4d002a00000008000000000000', 'hex'))).toEqual(ok('tiff'));
    const behind = makeTiff([{ width: 100, height: 100, pixels: new Uint8Array(10_000) }]);
    expect(await detect('fax', behind)).toEqual(ok('tiff'));
  });

  it('calls a file without content empty', async () => {
    expect(await detect('a.pdf', '')).toMatchObject({ ok: false, fault: { outcome: 'empty' } });
    expect(await detect('a.txt', ' \n\t\n')).toMatchObject({ ok: false, fault: { outcome: 'empty' } });
  });

  it.each([
    ['photo.txt', Buffer.from('47494638396101000100800000', 'hex'), 'GIF'],
    ['data.txt', '{"tokens": ["a"], "n": 1}\n', 'JSON'],
    ['sheet.dwg', Buffer.concat([Buffer.from('AC1032'), Buffer.alloc(6), Buffer.from([1, 2, 3])]), 'save it as DXF'],
    ['oldest.dwg', Buffer.concat([Buffer.from('AC1.50'), Buffer.alloc(6)]), 'save it as DXF'],
    ['plan.xml', '<?xml version="1.0"?><Plan/>', 'XML'],
    ['x.bin', Buffer.from([1, 2, 3, 0, 0, 0, 9, 200, 201, 0, 0, 7]), 'binary'],
    ['old.ppt', writeCompound({ 'PowerPoint Document': Buffer.from('演示'), Pictures: Buffer.alloc(9) }), '.pptx'],
    ['setup.msi', writeCompound({ Tables: Buffer.alloc(9) }), 'compound file'],
  ])('refuses %s and names what it seems to be', async (name, content, word) => {
    const detected = await detect(name, content);
    expect(detected).toMatchObject({ ok: false, fault: { outcome: 'unsupported-format' } });
    expect(detected.ok ? '' : detected.fault.reason).toContain(word);
  });

  it.each([
    ['WordDocument', 'doc'],
    ['Workbook', 'xls'],
    ['BOOK', 'xls'],
  ])('knows an old Office document by its stream %s, whatever it is called', async (stream, format) => {
    expect(await detect('手册.txt', writeCompound({ 表: Buffer.alloc(9), [stream]: Buffer.alloc(5_000) }))).toEqual(ok(format));
  });

  it('sees that an Office document is locked, and that a compound file is damaged', async () => {
    const locked = writeCompound({ EncryptionInfo: Buffer.alloc(9), EncryptedPackage: Buffer.alloc(9) });
    expect(await detect('manual.docx', locked)).toMatchObject({ ok: false, fault: { outcome: 'encrypted' } });
    const bare = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await detect('old.doc', bare)).toMatchObject({ ok: false, fault: { outcome: 'damaged' } });
  });
});
