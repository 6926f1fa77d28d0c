import ts from 'typescript';
import { importsOf, parse, within, type Import } from './sources.ts';

interface Place { readonly layer: string; readonly area: string }
type Rule = (from: Place, to: Place, link: Import) => boolean;

/** `work` (tasks, alarms, notifications) and `force` (posts, rosters) serve every area, as `shared` does. */
const SERVING = ['shared', 'work', 'force'];
const WEB_ROOT = 'web/src/app/';

function placeOf(file: string): Place {
  if (file.startsWith(WEB_ROOT)) return { layer: 'web', area: folder(file.slice(WEB_ROOT.length).split('/'), 0) };
  const parts = file.split('/');
  return { layer: parts[0]!, area: folder(parts, 1) };
}

/** '' for a file that lies in no folder of an area. */
const folder = (parts: readonly string[], at: number): string => (parts.length > at + 1 ? parts[at]! : '');

const ownArea: Rule = (from, to) => from.area === '' || to.area === from.area || to.area === '' || SERVING.includes(to.area);
const among = (...layers: readonly string[]): Rule => (from, to) => layers.includes(to.layer) || to.layer === from.layer;
const both = (...rules: readonly Rule[]): Rule => (from, to, link) => rules.every((rule) => rule(from, to, link));

/** domain → own area, shared, another area's event types; its list of kinds imports every area. */
const domain: Rule = (from, to, { typesOnly }) => to.layer === 'domain' && (from.area === '' || to.area === from.area || to.area === 'shared' || typesOnly);
/** workflows → types only from domain and activities. */
const workflows: Rule = (from, to, link) => (to.layer === 'workflows' ? ownArea(from, to, link) : ['domain', 'activities'].includes(to.layer) && link.typesOnly && ownArea(from, to, link));
const sameLayerKeepsToItsArea: Rule = (from, to, link) => to.layer !== from.layer || ownArea(from, to, link);
const platform: Rule = (_, to) => to.layer === 'platform' || (to.layer === 'domain' && (to.area === 'shared' || to.area === ''));
/** The shell and the root of the web's app know every area; an area knows itself and shared. */
const web: Rule = (from, to, link) => to.layer === 'domain' || (to.layer === 'web' && (from.area === 'shell' || ownArea(from, to, link)));
const scripts: Rule = (_, to, { to: path }) => ['scripts', 'domain'].includes(to.layer) || path.startsWith('tests/support/');

const RULES: Readonly<Record<string, Rule>> = {
  domain, workflows, platform, web, scripts,
  activities: both(among('domain', 'platform', 'gateways'), sameLayerKeepsToItsArea),
  api: both(among('domain', 'platform', 'gateways'), sameLayerKeepsToItsArea),
  gateways: both(among('domain', 'platform'), sameLayerKeepsToItsArea),
  migrations: () => false,
  main: among('domain', 'platform', 'gateways', 'api', 'activities'),
  bench: among('domain', 'platform', 'gateways', 'api', 'activities', 'main', 'tests', 'scripts'),
};

/** Packages that a layer may not reach, by the beginnings of their names. */
const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
  domain: ['node:', 'knex', 'pg', 'express', '@temporalio/', '@angular/', 'rxjs'],
  workflows: ['node:', 'knex', 'pg', 'express', '@temporalio/client', '@temporalio/worker', '@temporalio/activity', '@angular/'],
  web: ['node:', 'knex', 'pg', 'express', '@temporalio/'],
  migrations: ['node:', 'pg', '@temporalio/', 'zod'],
  activities: ['knex', 'pg', 'express', '@angular/', '@temporalio/client', '@temporalio/worker'],
};
const isOf = (name: string, beginning: string): boolean => name === beginning || name.startsWith(beginning.endsWith(':') || beginning.endsWith('/') ? beginning : `${beginning}/`);

/** Schemas whose tables any area may name: those of the platform, and of the areas that serve all. */
const OPEN_SCHEMAS = ['platform', 'audit', 'reference', 'public', ...SERVING];
const AREA_LAYERS = ['api', 'activities', 'gateways'];

/** Areas meet through `platform/facts/` alone: the tables of another area that a file names, `custody.custody_record`. */
export function foreignTables(file: string, texts: readonly string[], schemas: readonly string[]): string[] {
  const { layer, area } = placeOf(file);
  if (!AREA_LAYERS.includes(layer) && !(layer === 'platform' && area !== 'facts')) return [];
  const closed = schemas.filter((schema) => schema !== area && !OPEN_SCHEMAS.includes(schema));
  const tables = new RegExp(`\\b(${closed.join('|')})\\.[a-z][a-z_]*\\b`, 'g');
  return [...new Set(texts.flatMap((text) => text.match(tables) ?? []))].map((table) => `${file} names ${table}`);
}

/** Where a pool is opened: the app's, and the owner's for what comes before the app; by `pg` itself the ear of the hints and the store of the sessions too. */
const OPENS_POOL: Readonly<Record<string, readonly string[]>> = {
  knex: ['platform/database.ts', 'platform/migrate.ts', 'platform/migrate-main.ts', 'platform/load-reference.ts'], pg: ['platform/database.ts', 'platform/listen.ts', 'main/api.ts'],
};

/** The door to the database is `platform/database.ts`: where a file goes round it, by taking the pool out of a `Database` or opening its own. */
export function doorsOf(file: string, text: string): string[] {
  const taken = file === 'platform/database.ts' ? [] : [...within(parse(file, text))].filter(takesPool).map((node) => `${file} takes the pool: ${node.getText()}`);
  const opens = importsOf(file, text).some(({ to, typesOnly }) => OPENS_POOL[to] !== undefined && !typesOnly && !OPENS_POOL[to].includes(file));
  return [...taken, ...(opens ? [`${file} opens a pool`] : [])];
}

function takesPool(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'knex';
  if (ts.isElementAccessExpression(node)) return ts.isStringLiteralLike(node.argumentExpression) && node.argumentExpression.text === 'knex';
  return ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && (node.propertyName ?? node.name).getText() === 'knex';
}

/** What a file's imports break of the house's rules, one line each; a test may import what it tests and what serves it. */
export function breachesOf(file: string, imports: readonly Import[]): string[] {
  const from = placeOf(file);
  const rule = RULES[from.layer];
  if (!rule) return [];
  return imports.filter((link) => !(link.own ? rule(from, placeOf(link.to), link) : isAllowedPackage(from, link))).map(({ to, typesOnly }) => `${file} → ${to}${typesOnly ? ' (types)' : ''}`);
}

const isAllowedPackage = ({ layer }: Place, { to, typesOnly }: Import): boolean => typesOnly && layer === 'migrations' ? to === 'knex' : !(FORBIDDEN[layer] ?? []).some((beginning) => isOf(to, beginning));
