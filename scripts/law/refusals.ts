import ts from 'typescript';
import { isTest, read, sources } from './places.ts';

interface Coined {
  readonly code: string;
  readonly law: string;
  readonly words: string;
  readonly file: string;
}

const CODE = /^[A-Z][A-Z_0-9]{4,}$/;

/** Refusals that are written where they are made, rather than in the record's own list: the kernel's, the force's, the tasks'. */
export function coinedRefusals(): Coined[] {
  return files().flatMap((file) => nodes(file).flatMap((node) => fromObject(file, node) ?? fromCall(file, node) ?? []));
}

/** Codes of breaches and alarms: what has happened, and cannot be refused. */
export function codesThatSound(): { code: string; file: string }[] {
  const all = files().filter((file) => file.startsWith('domain/')).flatMap((file) => nodes(file).flatMap((node) => {
    const { code, text, title, rule } = propertiesOf(node);
    return code && CODE.test(code) && (text !== undefined || title !== undefined || rule !== undefined) ? [{ code, file }] : [];
  }));
  return [...new Map(all.map((one) => [`${one.code} ${one.file}`, one])).values()];
}

/** What goes over the wire without a law (api/shared) and what a court answers are no refusals of ours. */
const ELSEWHERE = ['workflows/', 'gateways/', 'api/shared/'];
const files = (): string[] => sources().filter((file) => !isTest(file) && !ELSEWHERE.some((folder) => file.startsWith(folder)) && /'[A-Z]+_[A-Z_0-9]+'/.test(read(file)));

const kept = new Map<string, readonly ts.Node[]>();

function nodes(file: string): readonly ts.Node[] {
  const known = kept.get(file);
  if (known) return known;
  const all: ts.Node[] = [];
  const visit = (node: ts.Node): void => { all.push(node); ts.forEachChild(node, visit); };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  kept.set(file, all);
  return all;
}

/** Texts of an object's properties; what is computed is shown as `…`. */
function propertiesOf(node: ts.Node): Readonly<Record<string, string>> {
  if (!ts.isObjectLiteralExpression(node)) return {};
  return Object.fromEntries(node.properties.flatMap((p) => {
    if (ts.isPropertyAssignment(p)) return [[p.name.getText(), wordsOf(p.initializer)] as const];
    return ts.isShorthandPropertyAssignment(p) ? [[p.name.text, wordsOf(p.name)] as const] : [];
  }));
}

function wordsOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isAsExpression(node)) return wordsOf(node.expression);
  if (ts.isIdentifier(node)) return new RegExp(`const ${node.text} = '([^']*)'`).exec(node.getSourceFile().text)?.[1] ?? '…';
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
  return '…';
}

/** A time that cannot be read carries no law of its own: who parses the body adds this one. */
function fromObject(file: string, node: ts.Node): Coined[] | null {
  const { code, law, message } = propertiesOf(node);
  return code && CODE.test(code) && message !== undefined ? [{ code, law: law ?? 'CUS-190', words: message, file }] : null;
}

/** `refuse('TASK_TAKEN', …)`, `new ClockRefusal('CLOCK_NEVER_BACK', …)`. */
function fromCall(file: string, node: ts.Node): Coined[] | null {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return null;
  const [code, words] = (node.arguments ?? []).map(wordsOf);
  return code && words && words !== '…' && CODE.test(code) ? [{ code, law: 'policy', words, file }] : null;
}
