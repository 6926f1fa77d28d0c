import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, it } from 'mocha';

const BUILT = new URL('../../dist/web/browser/', import.meta.url);
const MOST = 250_000;
const text = (file: string): string => readFileSync(new URL(file, BUILT), 'utf8');
const named = (html: string): string[] => [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, file]) => file!);
/** What a chunk imports at once; `import(…)` comes when a page is opened. */
const importedBy = (source: string): string[] => [...source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(([, file]) => file!);

function initial(): string[] {
  const found = new Set<string>();
  const queue = named(text('index.html'));
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    queue.push(...importedBy(text(file)));
  }
  return [...found];
}

describe('the web that is served', () => {
  it('opens with at most 250 kB of script, compressed', () => {
    const files = initial();
    assert.ok(files.length >= 2, files.join());
    const sizes = files.map((file) => [file, gzipSync(text(file), { level: 6 }).length] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    assert.ok(total > 50_000 && total <= MOST, `${total} bytes: ${sizes.map(([file, size]) => `${file} ${size}`).join(', ')}`);
  });
});
