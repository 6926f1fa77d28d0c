import prand, { type RandomGenerator } from 'pure-rand';

/** A seeded stream of choices: the same seed makes the same day. */
export class Dice {
  private readonly stream: RandomGenerator;
  constructor(seed: number) { this.stream = prand.xoroshiro128plus(seed); }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number { return prand.unsafeUniformIntDistribution(least, most, this.stream); }
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

  /** A triangular draw: most often near `usual`, never outside `least` to `most`. */
  triangular([least, usual, most]: readonly [number, number, number]): number {
    const u = this.fraction();
    const turn = (usual - least) / (most - least);
    return u < turn ? least + Math.sqrt(u * (most - least) * (usual - least)) : most - Math.sqrt((1 - u) * (most - least) * (most - usual));
  }
}
