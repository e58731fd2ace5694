/**
 * A linear model over hashed features (multinomial logistic regression): each
 * feature has a weight for each class. Weights are whole numbers of a few bits,
 * written as one printable character for two of them, so that they compress well
 * on their way to a browser. Features that share a bucket share their weights
 * (Weinberger and others 2009: Feature Hashing for Large Scale Multitask Learning).
 */

/** What a message may want; the order is that of the weights of a bucket. */
export const classes = ["reject", "add", "list", "complete", "delete", "update"] as const;
export type Class = (typeof classes)[number];

export interface Network {
  /** A weight for each class, for one bucket of the hash after the other. */
  weights: Int8Array;
  /** What one step of a weight is worth. */
  step: number;
}

/** Weights up to this share a character with their neighbour; the few beyond stand alone. */
const most = 4;
const values = 2 * most + 1;
/** The code of the first such character, behind the quotation mark; the backslash is left out. */
const first = 35;
const backslash = 92;
/** Before two weights that have a character each, counted from the one that stands for 0. */
const apart = "~";
const zero = 63;

/** An even number of weights, as text that needs no escapes. */
export function encode(weights: Int8Array): string {
  let text = "";
  for (let at = 0; at < weights.length; at += 2) {
    const [left = 0, right = 0] = weights.subarray(at, at + 2);
    const code = first + (left + most) * values + right + most;
    text +=
      Math.max(Math.abs(left), Math.abs(right)) > most
        ? apart + String.fromCharCode(left + zero, right + zero)
        : String.fromCharCode(code < backslash ? code : code + 1);
  }
  return text;
}

export function decode(text: string): Int8Array {
  const weights: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (text[at] === apart) {
      weights.push(text.charCodeAt(at + 1) - zero, text.charCodeAt(at + 2) - zero);
      at += 2;
    } else {
      const pair = code - first - (code > backslash ? 1 : 0);
      weights.push(Math.floor(pair / values) - most, (pair % values) - most);
    }
  }
  return Int8Array.from(weights);
}

export function bucketOf(feature: string, buckets: number): number {
  let hash = 2166136261;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) % buckets;
}

/** The probability of each class; they add up to 1. */
export function probabilities({ weights, step }: Network, features: string[]): Record<Class, number> {
  const sums = new Float64Array(classes.length);
  for (const feature of features) {
    const row = bucketOf(feature, weights.length / classes.length) * classes.length;
    for (let kind = 0; kind < sums.length; kind += 1) sums[kind]! += weights[row + kind]!;
  }
  const powers = softmax(sums, step / Math.sqrt(features.length));
  const of = (kind: Class) => powers[classes.indexOf(kind)]!;
  return {
    reject: of("reject"),
    add: of("add"),
    list: of("list"),
    complete: of("complete"),
    delete: of("delete"),
    update: of("update"),
  };
}

/** `scale` keeps long sentences from being surer than short ones. */
export function softmax(scores: Float64Array, scale: number): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) * scale));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
