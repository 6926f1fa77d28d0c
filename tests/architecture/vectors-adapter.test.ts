import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import ts from 'typescript';
import { filesOf, parse, textOf, within } from './sources.ts';

const K = ts.SyntaxKind;
const OPERATORS = new Set([
  K.PlusToken, K.MinusToken, K.AsteriskToken, K.SlashToken, K.PercentToken, K.AsteriskAsteriskToken, K.PlusEqualsToken, K.MinusEqualsToken, K.AsteriskEqualsToken, K.SlashEqualsToken,
]);
const CALCULATORS = new Set(['Math', 'Date', 'Temporal']);

/** Reckoning in a source: operators, counting, `Math`, `Date`. What the adapter works out by itself would not be the product's answer. */
function reckoning(file: string, text: string): string[] {
  const nodes = [...within(parse(file, text))].filter((node) =>
    (ts.isBinaryExpression(node) && OPERATORS.has(node.operatorToken.kind)) || (ts.isPrefixUnaryExpression(node) && [K.PlusPlusToken, K.MinusMinusToken].includes(node.operator))
    || ts.isPostfixUnaryExpression(node) || (ts.isIdentifier(node) && CALCULATORS.has(node.text)));
  return nodes.map((node) => `${file}: ${node.parent.getText().slice(0, 80)}`);
}

describe('the adapter of the worked examples', () => {
  const files = filesOf('tests/vectors/adapter*.ts');

  it('reckons nothing: it asks the rules that the product uses', () => {
    assert.ok(files.length > 0);
    assert.deepEqual(files.flatMap((file) => reckoning(file, textOf(file))), []);
  });

  for (const text of ['const a = b + 1;', 'a -= 2;', 'a++;', 'const a = Math.max(1, 2);', 'const a = new Date(b);', 'const a = b % 24;']) {
    it(`would be caught at: ${text}`, () => assert.equal(reckoning('adapter.ts', text).length, 1));
  }
  it('may compare and choose', () => assert.deepEqual(reckoning('adapter.ts', 'const a = b > c ? -1 : d && e;'), []));
});
