import { globSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OTHERS = /(^|\/)(node_modules|dist|\.git|\.angular|\.cache|\.data|\.mocha-web|\.claude)$/;

export interface Import {
  /** A path from the root for our own code, the specifier as written for a package. */
  readonly to: string;
  readonly own: boolean;
  readonly typesOnly: boolean;
}

/** Files of the project by pattern, as paths from the root, in order. */
export const filesOf = (...patterns: readonly string[]): string[] => globSync(patterns, { cwd: ROOT, exclude: (path) => OTHERS.test(path) }).toSorted();

export const textOf = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');

export const parse = (file: string, text: string): ts.SourceFile => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

/** Everything below a node, itself included. */
export function* within(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* within(child);
}

/** What a source imports: statements, re-exports, `import()` with a plain text, and `import('…')` in types. */
export function importsOf(file: string, text: string): Import[] {
  return [...within(parse(file, text))].flatMap((node) => {
    const found = specifierOf(node);
    return found ? [resolved(file, found)] : [];
  });
}

/** Every text a source holds, plain or with values put in. */
export const textsIn = (file: string, text: string): string[] =>
  [...within(parse(file, text))].flatMap((node) => (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) ? [node.text] : []));

type Found = readonly [specifier: string, typesOnly: boolean];

function specifierOf(node: ts.Node): Found | null {
  if (ts.isImportDeclaration(node)) return [literal(node.moduleSpecifier), isTypesOnly(node.importClause)];
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier ? [literal(node.moduleSpecifier), node.isTypeOnly] : null;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? [literal(node.argument.literal), true] : null;
  return ts.isCallExpression(node) ? dynamic(node) : null;
}

function dynamic({ expression, arguments: [argument] }: ts.CallExpression): Found | null {
  return expression.kind === ts.SyntaxKind.ImportKeyword && argument && ts.isStringLiteralLike(argument) ? [argument.text, false] : null;
}

const literal = (node: ts.Node): string => (ts.isStringLiteralLike(node) ? node.text : '');

function isTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return !name && namedBindings !== undefined && ts.isNamedImports(namedBindings) && namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function resolved(file: string, [specifier, typesOnly]: Found): Import {
  if (specifier.startsWith('.')) return { to: posix.join(dirname(file), specifier), own: true, typesOnly };
  if (specifier.startsWith('#')) return { to: `${specifier.slice(1)}.ts`, own: true, typesOnly };
  return { to: specifier, own: false, typesOnly };
}
