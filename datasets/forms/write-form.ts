import { assertNever } from '../../kernel/index.ts';
import type { FormDocument, FormFormat } from './form.ts';
import { writeDocxForm } from './write-docx-form.ts';
import { writeHtmlForm } from './write-html-form.ts';
import { writeMarkdownForm } from './write-markdown-form.ts';
import { writePdfForm } from './write-pdf-form.ts';
import { writeRstForm } from './write-rst-form.ts';

const EXTENSIONS: Readonly<Record<FormFormat, string>> = { markdown: 'md', rst: 'rst', html: 'html', docx: 'docx', pdf: 'pdf' };

/** A form as a file: its name and its bytes. */
export async function writeForm(
  document: FormDocument,
  format: FormFormat,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  return { name: `form.${EXTENSIONS[format]}`, bytes: await bytesOf(document, format) };
}

async function bytesOf({ blocks }: FormDocument, format: FormFormat): Promise<Uint8Array> {
  switch (format) {
    case 'markdown':
      return Buffer.from(writeMarkdownForm(blocks));
    case 'rst':
      return Buffer.from(writeRstForm(blocks));
    case 'html':
      return Buffer.from(writeHtmlForm(blocks));
    case 'docx':
      return writeDocxForm(blocks);
    case 'pdf':
      return writePdfForm(blocks);
    default:
      return assertNever(format);
  }
}
