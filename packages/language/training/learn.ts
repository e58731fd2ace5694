/**
 * Fits the model by stochastic gradient descent with a step for each weight of
 * its own (AdaGrad: Duchi, Hazan and Singer 2011). Parts of the features are
 * left out at random (dropout), so that no single word decides.
 */
import { type Class, classes, type Network, softmax } from "../src/intent/model/network.ts";

export interface Example {
  /** One for each feature. */
  buckets: number[];
  accept: Class[];
  weight: number;
}

export interface Settings {
  buckets: number;
  epochs: number;
  rate: number;
  dropout: number;
  /** How much each weight is drawn to 0 after an epoch; what isn't needed vanishes. */
  shrink: number;
  /** Weights become whole numbers from -levels to levels. */
  levels: number;
}

/** Errors smaller than this teach nothing. */
const negligible = 1e-4;

/** Mulberry32: the same numbers for the same seed, everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function learn(examples: Example[], settings: Settings, seed: number): Network {
  const { buckets, epochs, rate, dropout, shrink } = settings;
  const random = randomFrom(seed);
  const weights = new Float32Array(buckets * classes.length);
  const squares = new Float32Array(weights.length).fill(1e-6);
  const order = examples.map((_, at) => at);

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const { buckets: all, accept, weight } = examples[at]!;
      const seen = all.filter(() => random() >= dropout);
      const scale = 1 / Math.sqrt(seen.length);
      errorsOf(scoresOf(weights, seen), scale, accept).forEach((error, kind) => {
        const gradient = error * weight * scale;
        if (Math.abs(gradient) < negligible) return;
        for (const bucket of seen) {
          const place = bucket * classes.length + kind;
          const squared = squares[place]! + gradient * gradient;
          squares[place] = squared;
          weights[place]! -= (rate * gradient) / Math.sqrt(squared);
        }
      });
    }
    weights.forEach((value, place) => {
      weights[place] = Math.sign(value) * Math.max(0, Math.abs(value) - shrink);
    });
  }
  return rounded(weights, settings.levels);
}

function shuffle(order: number[], random: () => number) {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}

function scoresOf(weights: Float32Array, seen: number[]): Float64Array {
  const scores = new Float64Array(classes.length);
  for (const bucket of seen) {
    const from = bucket * classes.length;
    for (let kind = 0; kind < scores.length; kind += 1) scores[kind]! += weights[from + kind]!;
  }
  return scores;
}

/** Of cross-entropy, where any accepted class will do: the target is what the model thinks of these alone. */
function errorsOf(scores: Float64Array, scale: number, accept: Class[]): Float64Array {
  const thought = softmax(scores, scale);
  const right = thought.map((share, kind) => (accept.includes(classes[kind]!) ? share : 0));
  const sum = right.reduce((total, share) => total + share, 0);
  return thought.map((share, kind) => share - right[kind]! / sum);
}

/** Values beyond 3.2 standard deviations are cut off: they are few, and the steps become finer. */
function rounded(values: Float32Array, levels: number): Network {
  const used = values.filter((value) => value !== 0);
  const squares = used.reduce((sum, value) => sum + value * value, 0);
  const step = (3.2 * Math.sqrt(squares / used.length)) / levels;
  const weights = Int8Array.from(values, (value) =>
    Math.max(-levels, Math.min(levels, Math.round(value / step))),
  );
  return { weights, step };
}
