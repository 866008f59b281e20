import type { Random } from '../../datasets/index.ts';
import { assertNever } from '../../kernel/index.ts';
import type { FuzzFile, FuzzFormat, Seed } from './fuzz-file.ts';
import { BYTE_MUTATIONS } from './mutate-bytes.ts';
import { PDF_MUTATIONS } from './mutate-pdf.ts';
import { JPEG_MUTATIONS, PNG_MUTATIONS, TIFF_MUTATIONS } from './mutate-picture.ts';
import { textMutations } from './mutate-text.ts';
import { XML_MUTATIONS } from './mutate-xml.ts';
import { readCompound, writeCompound } from './write-compound.ts';
import { readZip, writeZip, type ZipPart } from './zip.ts';

/** Share of mutations that know the format; the rest only see bytes. */
const STRUCTURED = 0.75;
/** Longer files are cut, so that repeated doubling has an end. Bytes. */
const LARGEST = 1_500_000;

/** Spoils a seed in one to three ways. Equal random sources give equal files. */
export function makeFuzzFile(seed: Seed, others: readonly Seed[], random: Random): FuzzFile {
  let { bytes } = seed;
  const mutations: string[] = [];
  for (let left = random.integer(1, 3); left > 0; left -= 1) {
    // What has lost its form by mutation of its bytes has no parts to mutate any more.
    const structured = random.chance(STRUCTURED) && mutations.every((name) => !(name in BYTE_MUTATIONS));
    const [name, next] = structured ? mutateStructure(seed.format, bytes, random) : mutateBytes(bytes, random, random.pick(others).bytes);
    mutations.push(name);
    bytes = next.subarray(0, LARGEST);
  }
  return { format: seed.format, name: random.chance(0.1) ? random.pick(others).name : seed.name, bytes, mutations };
}

function mutateBytes(bytes: Buffer, random: Random, other: Buffer): readonly [string, Buffer] {
  const [name, mutate] = random.pick(Object.entries(BYTE_MUTATIONS));
  return [name, mutate(bytes, random, other)];
}

function mutateStructure(format: FuzzFormat, bytes: Buffer, random: Random): readonly [string, Buffer] {
  switch (format) {
    case 'pdf':
    case 'sheet':
    case 'scan': {
      const [name, mutate] = random.pick(Object.entries(PDF_MUTATIONS));
      return [name, Buffer.from(mutate(bytes.toString('latin1'), random), 'latin1')];
    }
    case 'docx':
    case 'pptx':
    case 'xlsx':
      return mutatePackage(bytes, random);
    case 'doc':
    case 'xls':
      return mutateCompound(bytes, random);
    case 'csv':
    case 'text':
    case 'markdown':
    case 'html':
    case 'rst':
    case 'dxf':
    case 'dexpi':
    case 'svg': {
      const [name, mutate] = random.pick(
        Object.entries({ ...textMutations(format), ...(format === 'html' || format === 'dexpi' || format === 'svg' ? XML_MUTATIONS : {}) }),
      );
      return [
        name,
        name === 'other encoding' ? Buffer.from(mutate(bytes.toString(), random), 'latin1') : Buffer.from(mutate(bytes.toString(), random)),
      ];
    }
    case 'png':
      return mutatePicture(PNG_MUTATIONS, bytes, random);
    case 'jpeg':
      return mutatePicture(JPEG_MUTATIONS, bytes, random);
    case 'tiff':
      return mutatePicture(TIFF_MUTATIONS, bytes, random);
    case 'binary-dxf':
    case 'other':
      return mutateBytes(bytes, random, bytes);
    default:
      return assertNever(format);
  }
}

function mutatePicture(
  mutations: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>>,
  bytes: Buffer,
  random: Random,
): readonly [string, Buffer] {
  const [name, mutate] = random.pick(Object.entries(mutations));
  return [name, mutate(bytes, random)];
}

/** Spoils one of the streams of a file of the old binary form; its directory is right again afterwards. */
function mutateCompound(bytes: Buffer, random: Random): readonly [string, Buffer] {
  const streams = readCompound(bytes);
  const name = random.pick(Object.keys(streams));
  const [mutation, spoilt] = mutateBytes(streams[name] ?? bytes, random, bytes);
  return [`${name}: ${mutation}`, writeCompound({ ...streams, [name]: spoilt })];
}

/** Spoils the parts of a package or their list; checksums and sizes are right again afterwards. */
function mutatePackage(bytes: Buffer, random: Random): readonly [string, Buffer] {
  const parts = readZip(bytes);
  const at = random.integer(0, parts.length - 1);
  const part = parts[at];
  if (part === undefined) return ['package without parts', bytes];
  const put = (replaced: readonly ZipPart[]): Buffer => writeZip([...parts.slice(0, at), ...replaced, ...parts.slice(at + 1)]);
  if (random.chance(0.75) && /\.(?:xml|rels)$/.test(part.name)) {
    const [name, mutate] = random.pick(Object.entries(XML_MUTATIONS));
    return [name, put([{ name: part.name, content: Buffer.from(mutate(part.content.toString(), random)) }])];
  }
  if (random.chance(0.75) && part.name.endsWith('.png')) {
    const [name, mutate] = random.pick(Object.entries(PNG_MUTATIONS));
    return [`picture: ${name}`, put([{ name: part.name, content: mutate(part.content, random) }])];
  }
  const other = random.pick(parts);
  const choices: readonly (readonly [string, () => Buffer])[] = [
    ['part dropped', () => put([])],
    ['part twice', () => put([part, part])],
    [
      'part renamed',
      () =>
        put([
          {
            ...part,
            name: random.pick(['../etc/passwd', '/abs.xml', 'C:\\x.xml', '', other.name, part.name.toUpperCase(), `${part.name}/`]),
          },
        ]),
    ],
    ['part with the content of another', () => put([{ ...part, content: other.content }])],
    ['part with spoilt bytes', () => put([{ ...part, content: mutateBytes(part.content, random, other.content)[1] }])],
    ['part emptied', () => put([{ ...part, content: Buffer.alloc(0) }])],
  ];
  const [name, make] = random.pick(choices);
  return [name, make()];
}
