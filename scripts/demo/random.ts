import prand, { type RandomGenerator } from 'pure-rand';

/** Least, usual and most of a triangular distribution. */
export type Spread = readonly [least: number, usual: number, most: number];

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a, stirred: neighbouring seeds would otherwise make neighbouring first draws. */
function stirred(text: string): number {
  let hash = FNV_OFFSET;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A seeded stream of choices: the same seed and name make the same choices. */
export class Dice {
  private readonly stream: RandomGenerator;
  constructor(seed: number, name: string) { this.stream = prand.xoroshiro128plus(stirred(`${seed}/${name}`)); }

  /** A whole number from `least` to `most`, both included; `least` where there is no room between. */
  whole(least: number, most: number): number { return most <= least ? least : prand.unsafeUniformIntDistribution(least, most, this.stream); }
  /** A number from 0 up to 1. */
  fraction(): number { return this.whole(0, 999_999) / 1_000_000; }
  chance(share: number): boolean { return this.fraction() < share; }
  pick<T>(choices: readonly T[]): T { return choices[this.whole(0, choices.length - 1)]!; }

  /** One of the choices, in proportion to its weight. */
  weighted<T>(choices: readonly T[], weight: (choice: T) => number): T {
    let left = this.fraction() * choices.reduce((sum, c) => sum + weight(c), 0);
    for (const choice of choices) {
      left -= weight(choice);
      if (left < 0) return choice;
    }
    return choices.at(-1)!;
  }

  /** The same choices in another order. */
  shuffled<T>(choices: readonly T[]): T[] {
    const left = [...choices];
    return choices.map(() => left.splice(this.whole(0, left.length - 1), 1)[0]!);
  }
}

/** The value of a triangular distribution below which the share `u` lies: most often near `usual`, never outside `least` to `most`. */
export function triangularAt(u: number, [least, usual, most]: Spread): number {
  const turn = (usual - least) / (most - least);
  return u < turn ? least + Math.sqrt(u * (most - least) * (usual - least)) : most - Math.sqrt((1 - u) * (most - least) * (most - usual));
}

/** The k-th of a row of numbers from 0 up to 1 that fill it evenly from the first on (van der Corput, base 2). */
export function evenly(k: number): number {
  let [value, half, left] = [0, 0.5, k];
  for (; left > 0; left >>= 1, half /= 2) value += (left & 1) * half;
  return value;
}
