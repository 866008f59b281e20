import { type Embedder, FaultlineError } from '../kernel/index.ts';
import type { IndexedPassage, OpenedIndex } from './search-index.ts';

/** A search index as one of a model, and what makes its vectors. */
export interface IndexOfModel {
  /** @throws FaultlineError `conflict` when the index is of another one; some say so with the first use. */
  open(): OpenedIndex;
  readonly questions: Embedder;
  readonly passages: Embedder;
}

/** An index with the embedders that it was made with, whichever these are. */
export interface FollowedIndex {
  readonly index: OpenedIndex;
  readonly questions: Embedder;
  readonly passages: Embedder;
}

/**
 * The index of the first of some models that it was made with, until it is made anew with another of them: then all goes over to
 * that one, so that vectors of two models are never compared nor kept together. What was under way with vectors of the former one
 * is refused as `busy`, and may be tried again.
 * @throws FaultlineError `conflict` when the index is of none of them; what opening it gives.
 */
export function followIndex(models: readonly [IndexOfModel, ...IndexOfModel[]]): FollowedIndex {
  const opened: OpenedIndex[] = [];
  let held = openFirst();
  /** Whether the index is known to be of the model that is wanted: there is nothing to go over to then. */
  let isSettled = false;
  let settling: Promise<void> | undefined;
  const madeBy = new WeakMap<Float32Array, IndexOfModel>();

  function openFirst(): { readonly index: OpenedIndex; readonly model: IndexOfModel } {
    let refused: unknown;
    for (const model of models) {
      try {
        return { index: keep(model.open()), model };
      } catch (error) {
        if (!isForeign(error)) throw error;
        refused ??= error;
      }
    }
    throw refused;
  }

  function keep(index: OpenedIndex): OpenedIndex {
    opened.push(index);
    return index;
  }

  /** Goes over to the model that the index is of now. @throws the error, when it is of none of them. */
  async function goOver(error: unknown): Promise<void> {
    for (const model of models) {
      if (model === held.model) continue;
      try {
        const index = keep(model.open());
        await index.check();
        held = { index, model };
        isSettled = model === models[0];
        return;
      } catch (other) {
        if (!isForeign(other)) throw other;
      }
    }
    throw error;
  }

  function settle(foreign: OpenedIndex, error: unknown): Promise<void> {
    if (held.index !== foreign) return Promise.resolve();
    settling ??= goOver(error).finally(() => {
      settling = undefined;
    });
    return settling;
  }

  /** Looks whether the index is still of the model that it was; a store that is away is left to what asks it next. */
  async function look(): Promise<void> {
    if (isSettled) return;
    const { index, model } = held;
    try {
      await index.check();
      isSettled = held.index === index && model === models[0];
    } catch (error) {
      if (isForeign(error)) await settle(index, error);
    }
  }

  async function ask<Out>(work: (index: OpenedIndex) => Promise<Out>, vector?: Float32Array): Promise<Out> {
    const { index, model } = held;
    if (vector !== undefined && (madeBy.get(vector) ?? model) !== model) throw goneOver();
    try {
      return await work(index);
    } catch (error) {
      if (!isForeign(error)) throw error;
      await settle(index, error);
      if (vector !== undefined) throw goneOver(error);
      return work(held.index);
    }
  }

  async function replace(...[unit, generation, passages]: Parameters<OpenedIndex['replace']>): Promise<void> {
    const { index, model } = held;
    try {
      await index.replace(unit, generation, allBy(model, passages));
    } catch (error) {
      if (!isForeign(error)) throw error;
      await settle(index, error);
      throw goneOver(error);
    }
  }

  async function* allBy(model: IndexOfModel, passages: AsyncIterable<IndexedPassage>): AsyncGenerator<IndexedPassage> {
    for await (const passage of passages) {
      if (passage.vector !== undefined && (madeBy.get(passage.vector) ?? model) !== model) throw goneOver();
      yield passage;
    }
  }

  const following = (use: 'questions' | 'passages'): Embedder => ({
    get model() {
      return held.model[use].model;
    },
    get dimension() {
      return held.model[use].dimension;
    },
    get centre() {
      return held.model[use].centre;
    },
    get readsOrder() {
      return held.model[use].readsOrder === true;
    },
    async embed(texts, signal) {
      await look();
      const { model } = held;
      const vectors = await model[use].embed(texts, signal);
      for (const vector of vectors) madeBy.set(vector, model);
      return vectors;
    },
  });

  return {
    questions: following('questions'),
    passages: following('passages'),
    index: {
      replace,
      drop: (unit, generation) => ask((index) => index.drop(unit, generation)),
      flush: () => ask((index) => index.flush()),
      examine: (mend) => ask((index) => index.examine(mend)),
      revision: () => ask((index) => index.revision()),
      digest: (unit) => ask((index) => index.digest(unit)),
      candidates: (access, query, signal) => ask((index) => index.candidates(access, query, signal), query.vector),
      cosines: (access, vector, ids, signal) => ask((index) => index.cosines(access, vector, ids, signal), vector),
      check: () => ask((index) => index.check()),
      async *held() {
        await look();
        yield* held.index.held();
      },
      async close() {
        for (const index of opened) await index.close();
      },
    },
  };
}

function goneOver(cause?: unknown): FaultlineError {
  return new FaultlineError('busy', 'The search index has just been made anew with another embedder; try again.', { cause });
}

function isForeign(error: unknown): boolean {
  return error instanceof FaultlineError && error.code === 'conflict';
}
