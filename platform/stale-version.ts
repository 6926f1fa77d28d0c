import { CORRECT_ENTRY } from '#domain/shared/correct-entry';
import { actNamed, type Standing } from '#domain/shared/decide';
import { clockTime } from '#domain/shared/local-time';
import { aOrAn } from '#domain/shared/posts';
import type { RecordKind } from '#domain/shared/record-kind';
import type { Instant } from '#domain/shared/time';
import type { Work } from './database.ts';
import type { CommandInput, Failed } from './execute-command.ts';
import { tableOf } from './record-store.ts';

/** `recorded a visit`: what somebody else did, by the label of the act. */
function toldAs(kind: RecordKind, act: string | undefined): string {
  const what = kind.acts.find((a) => a.name === act)?.label;
  if (!what) return act === CORRECT_ENTRY ? 'corrected an entry' : 'recorded an entry';
  const noun = /^Record (?:an? )?(.+)$/.exec(what)?.[1];
  return `recorded ${noun ? counted(noun) : `“${what}”`}`;
}

const counted = (noun: string): string => (noun.endsWith('s') ? noun : aOrAn(noun));

/** A version that is not there yet was seen by nobody: that is the sender's mistake, and nobody's entry made it. */
export async function staleOrAhead(work: Work, kind: RecordKind, input: CommandInput, standing: Standing<unknown>): Promise<Failed | null> {
  const insists = input.acts.some((a) => a.act === CORRECT_ENTRY || actNamed(kind, a.act).nature === 'power');
  if (!insists || input.seenVersion === standing.version) return null;
  if (input.seenVersion > standing.version) return { outcome: 'bad-shape', problems: [{ field: 'seenVersion', message: `Nobody has seen version ${input.seenVersion}: the record stands at version ${standing.version}. Read the record again and send the version it shows.` }] };
  const last = (await work.trx(`${tableOf(kind)}_event`).select('actor_name', 'recorded_at').where({ record_id: standing.id, version: standing.version }).first()) as { actor_name: string; recorded_at: Instant } | undefined;
  const act = (await work.trx(`${tableOf(kind)}_command`).select('act').where({ record_id: standing.id, version: standing.version }).first()) as { act: string } | undefined;
  const who = last ? `${last.actor_name} ${toldAs(kind, act?.act)} at ${clockTime(last.recorded_at)} while you were typing.` : 'Somebody recorded an entry while you were typing.';
  return { outcome: 'refused', version: standing.version, refusals: [{ code: 'STALE_VERSION', law: 'Code C 2.3', message: `${who} Your entry is kept below. Check it, then save again.` }] };
}

