import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ZodMiniType } from 'zod/mini';
import * as f from './fields.ts';

const TEXTS: Readonly<Record<string, ZodMiniType>> = { line: f.line('Name', 'Enter it.'), words: f.words('Notes', 'Enter it.'), maybeLine: f.maybeLine('Name'), maybeWords: f.maybeWords('Notes'), hiddenText: f.hiddenText() };
/** Between two letters, since blanks at the ends are cut off anyway. */
const taken = (schema: ZodMiniType, mark: string): boolean => schema.safeParse(`a${mark}b`).success;

describe('text fields', () => {
  it('refuse marks that turn the writing and characters without width, wherever text is kept', () => {
    for (const [name, schema] of Object.entries(TEXTS)) {
      for (const mark of ['\u202a', '\u202e', '\u2066', '\u2069', '\u200b', '\u200f', '\u061c', '\u2060', '\ufeff']) assert.equal(taken(schema, mark), false, `${name} U+${mark.codePointAt(0)!.toString(16)}`);
    }
  });

  it('take letters of every language, accents and dashes', () => {
    for (const [name, schema] of Object.entries(TEXTS)) {
      for (const text of ['é', 'é', 'ß', 'Ł', 'ñ', '李', 'عمر', '–', '’', '\u2029', '\u206a']) assert.ok(taken(schema, text), `${name} ${text}`);
    }
  });

  it('refuse characters that print nothing; a line end and a tab are text where text runs, and never in one line', () => {
    for (const [name, schema] of Object.entries(TEXTS)) {
      for (const mark of ['\u0001', '\u0007', '\u001b', '\u007f', '\u0085']) assert.equal(taken(schema, mark), false, `${name} U+${mark.codePointAt(0)!.toString(16)}`);
      for (const mark of ['\n', '\t']) assert.equal(taken(schema, mark), name.toLowerCase().endsWith('words'), `${name} ${JSON.stringify(mark)}`);
    }
  });
});
