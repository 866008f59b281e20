import type { Package } from '../../archive/open-package.ts';
import { readPartTree } from '../../archive/read-part-tree.ts';
import { type Relation, readRelations } from '../../archive/read-relations.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import { readDiagram } from './read-diagram.ts';
import { allText } from './read-paragraphs.ts';
import { readShapes } from './read-shapes.ts';
import { readLayout, type SlideLayout, type SlideParents } from './slide-layout.ts';
import type { SlideParagraph, SlideShape } from './slide-shape.ts';

const PRESENTATION = 'ppt/presentation.xml';

/** A slide as its file has it. */
export interface Slide {
  /** Place in the order of the presentation, from 1, hidden ones counted. */
  readonly number: number;
  readonly isHidden: boolean;
  readonly shapes: readonly SlideShape[];
  readonly parents: SlideParents;
  readonly notes: readonly SlideShape[];
  /** Texts of diagrams by the relation that shapes name. */
  readonly diagrams: ReadonlyMap<string, readonly SlideParagraph[]>;
  /** What reviewers wrote on it. */
  readonly comments: readonly string[];
}

export interface Presentation {
  /** Of the slides that are read. */
  readonly slideParts: readonly string[];
  /** It names more slides than may be read. */
  readonly isCut: boolean;
  readSlide(number: number): Promise<Slide>;
  /** Layouts and masters of the slides read so far, by the names of their parts. */
  layouts(): ReadonlyMap<string, SlideLayout>;
}

/** Opens what a presentation names as its slides, in its own order; one that it names twice is there once. */
export async function openPresentation(source: Package, { maxPages, maxElements }: ReadLimits): Promise<Presentation> {
  const relations = new Map((await readRelations(source, PRESENTATION)).map((relation) => [relation.id, relation]));
  const names = new Set(source.names);
  const parts = new Set<string>();
  await source.readPart(PRESENTATION, {
    open: (name, attributes) => {
      const relation = name === 'sldId' ? relations.get(attributes['r:id'] ?? '') : undefined;
      if (relation?.kind === 'slide' && names.has(relation.part) && parts.size <= maxPages) parts.add(relation.part);
    },
  });
  const slideParts = [...parts].slice(0, maxPages);
  const layouts = new Map<string, SlideLayout>();
  const parents = new Map<string, SlideParents>();
  /** Parts that are read once, whoever names them again. */
  const taken = new Set<string>();

  const layoutAt = async (part: string): Promise<SlideLayout | undefined> => {
    const known = layouts.get(part);
    if (known !== undefined) return known;
    const tree = await readPartTree(source, part, maxElements);
    const layout = tree === undefined ? undefined : readLayout(tree);
    if (layout !== undefined) layouts.set(part, layout);
    return layout;
  };
  const parentsAt = async (part: string): Promise<SlideParents> => {
    const known = parents.get(part);
    if (known !== undefined) return known;
    const layout = await layoutAt(part);
    const masterPart = (await readRelations(source, part)).find(({ kind }) => kind === 'slideMaster')?.part;
    const master = masterPart === undefined ? undefined : await layoutAt(masterPart);
    const found = { ...(layout === undefined ? {} : { layout }), ...(master === undefined ? {} : { master }) };
    parents.set(part, found);
    return found;
  };
  const once = async <T>(part: string, read: (part: string) => Promise<T>): Promise<readonly T[]> => {
    if (taken.has(part)) return [];
    taken.add(part);
    return [await read(part)];
  };

  return {
    slideParts,
    isCut: parts.size > maxPages,
    layouts: () => layouts,
    async readSlide(number) {
      const part = slideParts[number - 1] ?? '';
      const tree = await readPartTree(source, part, maxElements);
      const own = await readRelations(source, part);
      const notes: SlideShape[] = [];
      const comments: string[] = [];
      const diagrams = new Map<string, readonly SlideParagraph[]>();
      for (const { id, kind, part: other } of own) {
        if (kind === 'notesSlide') {
          for (const page of await once(other, (name) => readPartTree(source, name, maxElements)))
            notes.push(...readShapes(page, picturesOf(await readRelations(source, other))));
        } else if (kind === 'diagramData') {
          for (const data of await once(other, (name) => readPartTree(source, name, maxElements)))
            diagrams.set(id, data === undefined ? [] : readDiagram(data));
        } else if (kind === 'comments') {
          for (const said of await once(other, (name) => readPartTree(source, name, maxElements)))
            comments.push(...(said?.children ?? []).map(commentText));
        }
      }
      const layout = own.find(({ kind }) => kind === 'slideLayout')?.part;
      const isHidden = /^(?:0|false)$/.test(tree?.attributes.show ?? '');
      return {
        number,
        isHidden,
        shapes: readShapes(tree, picturesOf(own)),
        parents: layout === undefined ? {} : await parentsAt(layout),
        notes,
        diagrams,
        comments,
      };
    },
  };
}

function picturesOf(relations: readonly Relation[]): ReadonlyMap<string, string> {
  return new Map(relations.filter(({ kind }) => kind === 'image').map(({ id, part }) => [id, part]));
}

/** Comments of both forms: text in an element of its own, or paragraphs as on slides. */
function commentText(comment: Parameters<typeof allText>[0]): string {
  const plain = comment.children.find(({ name }) => name === 'text')?.text;
  return plain ?? allText(comment);
}
