import type { ParserInput } from '../../parser/document-parser.ts';
import type { PictureText } from '../../parser/picture-text.ts';
import { attributeOf, type HtmlElement, isElement } from '../blocks/parse-html.ts';

interface DataPictures {
  readonly textsOf: (image: HtmlElement) => readonly PictureText[];
  readonly warnings: readonly string[];
}

const DATA = /^data:image\/[\w.+-]+;base64,/i;

/** Reads the pictures that a page holds itself; those that it names stand elsewhere and are documents of their own. */
export async function readDataPictures(body: HtmlElement, { pictures }: Pick<ParserInput, 'pictures'>): Promise<DataPictures> {
  const texts = new Map<HtmlElement, readonly PictureText[]>();
  const images = imagesIn(body);
  for (const image of images) {
    const source = attributeOf(image, 'src') ?? '';
    texts.set(image, (await pictures?.read(Buffer.from(source.slice(source.indexOf(',') + 1), 'base64'))) ?? []);
  }
  return { textsOf: (image) => texts.get(image) ?? [], warnings: pictures?.warnings() ?? [] };
}

function imagesIn(root: HtmlElement): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  const waiting: HtmlElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.tagName === 'img' && DATA.test(attributeOf(element, 'src') ?? '')) found.push(element);
    waiting.push(...element.childNodes.filter(isElement).reverse());
  }
  return found;
}
