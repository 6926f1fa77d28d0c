import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, it } from 'mocha';
import { lawPage, rulingsWithoutPlace, saidNotBuilt, withoutPlace } from '../../scripts/law-page.ts';
import { filesOf, textOf } from './sources.ts';

const PAGES = filesOf('*.md', '{docs,data,reference,gateways,tests}/**/*.md');
const LINK = /\]\(([^)\s]+)\)/g;
const COMMAND = /`(?:\w+=\S+ )*npm (start|test|run ([\w:-]+))/g;

/** Settings of the machine, or handed from one of our processes to the next: nobody sets them for Peel. */
const NOT_OURS = ['PATH', 'HOME', 'TZ', 'PEEL_STARTED_AGO', 'PEEL_TEST_COUNTS'];
const READS = [/\benv(?:\.|\[')([A-Z][A-Z0-9_]+)/g, /\bgiven\('([A-Z][A-Z0-9_]+)'/g, /^\s+([A-Z][A-Z0-9_]+): z\./gm, /\['(PEEL_[A-Z_]+)', \d+\]/g];

/** Every setting that the code reads, by name. */
function settingsRead(): string[] {
  const texts = filesOf('{api,main,platform,gateways,scripts,activities,bench,tests}/**/*.{ts,mjs}').map(textOf);
  const names = texts.flatMap((text) => READS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name!)));
  return [...new Set(names)].filter((name) => !NOT_OURS.includes(name)).toSorted();
}

/** The names in the first column of the settings table of the operations page. */
const settingsTold = (): string[] => [...textOf('docs/operations.md').matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm)].map(([, name]) => name!).toSorted();

const brokenLinks = (page: string, text: string): string[] => [...text.matchAll(LINK)].map(([, to]) => to!).filter((to) => !/^(https?:|#|mailto:)/.test(to))
  .filter((to) => !existsSync(new URL(`../../${posix.join(dirname(page), to.split('#')[0]!)}`, import.meta.url))).map((to) => `${page}: ${to}`);

describe('the pages', () => {
  it('link to what is there', () => {
    assert.deepEqual(PAGES.flatMap((page) => brokenLinks(page, textOf(page))), []);
    assert.deepEqual(brokenLinks('docs/x.md', '[a](../README.md) [b](nowhere.md) [c](https://example.org/)'), ['docs/x.md: nowhere.md']);
  });

  it('name commands that there are', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = PAGES.flatMap((page) => [...textOf(page).matchAll(COMMAND)].map(([, first, run]) => run ?? first!));
    assert.ok(named.includes('start') && named.includes('test'), 'the two commands are told');
    assert.deepEqual([...new Set(named)].filter((name) => !(name in scripts)), []);
  });

  it('tell every setting that the code reads, and no other', () => assert.deepEqual(settingsTold(), settingsRead()));

  it('of decisions are short, each with a number of its own', () => {
    for (const page of filesOf('docs/decisions/*.md')) {
      assert.ok(textOf(page).split('\n').length <= 41, `${page} has more than 40 lines`);
      assert.match(page, /\/\d{4}-[a-z0-9-]+\.md$/);
    }
    const numbers = filesOf('docs/decisions/*.md').map((page) => /\/(\d{4})-/.exec(page)![1]!);
    assert.equal(new Set(numbers).size, numbers.length, 'each has a number of its own');
  });
});

describe('the law page', () => {
  it('is what the code says now (npm run law)', () => assert.equal(textOf('docs/law.md'), lawPage()));

  it('has a place in the code for every rule of sections 1 to 8 but those it says are not built', () => {
    assert.deepEqual(withoutPlace().map(({ id }) => id), saidNotBuilt().map(({ id }) => id));
  });

  it('names for each ruling a function that is there', () => assert.deepEqual(rulingsWithoutPlace(), []));
});
