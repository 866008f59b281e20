/**
 * Serves a model of a GGUF file on this machine as an OpenAI-compatible endpoint, for trials of what a language model brings:
 *   npm install --prefix FOLDER --ignore-scripts node-llama-cpp@3.21.1
 *   node tools/serve-language-model.mjs FOLDER MODEL.gguf [port] [threads] [ADAPTER.gguf ...]
 * Answers POST /v1/chat/completions on loopback alone, one request after the other: for one token (`max_tokens: 1`) with the likelihood
 * of others in its place (`logprobs`), else with a whole reply, each time the likeliest token, in the JSON of the schema if one is
 * given (`response_format`), and the likelihood of each token. Adapters of low rank (GGUF) may change the model: which one, a request says
 * by the name of its folder as `model` (`reading-qwen-v1`), and any other name means the model as it is. It has to speak ChatML (Qwen, SmolLM2).
 */
import { createServer } from 'node:http';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, file, port = '8099', threads = '2', ...adapters] = process.argv.slice(2);
if (file === undefined) throw new Error('give the folder of node-llama-cpp and the GGUF file');
const CONTEXT = 4096;
const MOST_ALTERNATIVES = 20;

const { getLlama, LlamaGrammarEvaluationState } = await import(
  pathToFileURL(join(resolve(folder), 'node_modules/node-llama-cpp/dist/index.js')).href
);
const llama = await getLlama({ gpu: false, build: 'never', logLevel: 'error' });
const model = await llama.loadModel({ modelPath: resolve(file) });

/** A context of its own for each adapter: what one has evaluated tells another nothing. */
const opened = new Map();

async function sequenceFor(name) {
  const adapter = adapters.find((path) => basename(dirname(resolve(path))) === name);
  const known = opened.get(adapter);
  if (known !== undefined) return known;
  // A batch as long as the context: likelihoods are told for the last token of a batch alone.
  const context = await model.createContext({
    contextSize: CONTEXT,
    batchSize: CONTEXT,
    threads: Number(threads),
    ...(adapter === undefined ? {} : { lora: resolve(adapter) }),
  });
  const made = { sequence: context.getSequence(), evaluated: [] };
  opened.set(adapter, made);
  return made;
}

/** Marks of the template are tokens of their own; what stands between them is only text, whatever it looks like. */
function tokensOf(messages) {
  const marks = (text) => model.tokenize(text, true);
  return [
    ...messages.flatMap(({ role, content }) => [
      ...marks(`<|im_start|>${role}\n`),
      ...model.tokenize(content, false),
      ...marks('<|im_end|>\n'),
    ]),
    ...marks('<|im_start|>assistant\n'),
  ];
}

/** What of the tokens is not evaluated yet; forgets what was and differs. */
async function notEvaluated(state, tokens) {
  const { sequence, evaluated } = state;
  if (tokens.length > CONTEXT) throw new Error(`the prompt has ${tokens.length} tokens, ${CONTEXT} are taken in`);
  let same = 0;
  while (same < tokens.length - 1 && evaluated[same] === tokens[same]) same += 1;
  if (sequence.nextTokenIndex > same) await sequence.eraseContextTokenRanges([{ start: same, end: sequence.nextTokenIndex }]);
  state.evaluated = [];
  return tokens.slice(same);
}

async function alternativesTo(state, messages) {
  const tokens = tokensOf(messages);
  const rest = await notEvaluated(state, tokens);
  const last = [rest.at(-1), { generateNext: { probabilities: true } }];
  const outcome = await state.sequence.controlledEvaluate([...rest.slice(0, -1), last]);
  state.evaluated = tokens;
  const [{ next }] = Object.values(outcome).slice(-1);
  return [...next.probabilities]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_ALTERNATIVES)
    .map(([token, share]) => ({ token: model.detokenize([token]), logprob: Math.log(Math.max(share, Number.MIN_VALUE)) }));
}

async function wholeReply(state, messages, most, schema) {
  const tokens = tokensOf(messages);
  const rest = await notEvaluated(state, tokens);
  const grammar = schema === undefined ? undefined : await llama.createGrammarForJsonSchema(schema);
  const grammarEvaluationState = grammar === undefined ? undefined : new LlamaGrammarEvaluationState({ model, grammar });
  const said = [];
  const content = [];
  let isWhole = true;
  const replying = state.sequence.evaluateWithMetadata(rest, { confidence: true }, { temperature: 0, grammarEvaluationState });
  for await (const { token, confidence } of replying) {
    content.push({ token: model.detokenize([token]), logprob: Math.log(Math.max(confidence, Number.MIN_VALUE)) });
    if (model.isEogToken(token)) break;
    said.push(token);
    isWhole = said.length < Math.min(most, CONTEXT - tokens.length);
    if (!isWhole) break;
  }
  const usage = { prompt_tokens: tokens.length, completion_tokens: said.length };
  const message = { role: 'assistant', content: model.detokenize(said) };
  return {
    object: 'chat.completion',
    usage,
    choices: [{ index: 0, message, finish_reason: isWhole ? 'stop' : 'length', logprobs: { content } }],
  };
}

async function reply(text) {
  const { messages, max_tokens: most = 1, response_format: format, top_logprobs: count = 0, model: name } = JSON.parse(text);
  const state = await sequenceFor(name);
  if (most > 1) return await wholeReply(state, messages, most, format?.json_schema?.schema);
  const alternatives = await alternativesTo(state, messages);
  const [first] = alternatives;
  const logprobs = { content: [{ ...first, top_logprobs: alternatives.slice(0, count) }] };
  const choice = { index: 0, message: { role: 'assistant', content: first.token }, finish_reason: 'length', logprobs };
  return { object: 'chat.completion', choices: [choice] };
}

let before = Promise.resolve();
const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    before = before.then(async () => {
      if (response.destroyed) return;
      response.setHeader('content-type', 'application/json');
      try {
        response.end(JSON.stringify(await reply(Buffer.concat(parts).toString('utf8'))));
      } catch (error) {
        response.statusCode = 500;
        response.end(JSON.stringify({ error: { message: String(error) } }));
      }
    });
  });
});
server.listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/v1 serves ${file}`));
