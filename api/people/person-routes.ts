import * as z from 'zod/mini';
import { listName } from '#domain/custody/custody-record/columns';
import { matchKey } from '#domain/people/person/person';
import { may } from '#domain/shared/policy/policy';
import { earlierDetentions, unconfirmedDetentions, type KnownDetention } from '#platform/facts/people';
import type { SignedIn } from '../shared/caller.ts';
import { read, type Route } from '../shared/route.ts';

/** `recordId` is null where the record is another desk's: that it exists is told, so that nobody is held twice or again without new evidence. */
const detention = z.object({ recordId: z.nullable(z.string()), custodyNumber: z.string(), stationName: z.string(), inCustody: z.boolean(), arrivedAt: z.nullable(z.string()), onBail: z.boolean(), offenceCodes: z.array(z.string()), endedAt: z.nullable(z.string()), ending: z.nullable(z.string()) });
/** A name goes in the body: an address ends in a proxy's log and a browser's history. */
const asked = z.object({ name: z.string('Enter the name.').check(z.minLength(2, 'Enter the name.'), z.maxLength(200, 'Enter the name only.')), dateOfBirth: z.optional(z.iso.date('Enter the date of birth as year-month-day.')) });

const maySee = ({ ability }: SignedIn, known: KnownDetention): boolean => may(ability, 'read', 'CustodyRecord', known);

const told = (who: SignedIn, known: KnownDetention) => {
  const { stationId: _, teamId: __, restricted: ___, ...detentionTold } = known;
  return { ...detentionTold, recordId: maySee(who, known) ? known.recordId : null };
};

/** As it is spoken: the board writes the surname first. */
const spoken = (name: string): string => name.split(',').toReversed().join(' ').trim();

/** `id` is null for detentions under that name and date of birth whom nobody has confirmed as a person. */
interface Known { readonly id: string | null; readonly name: string; readonly detentions: readonly KnownDetention[] }

/** A person by exact match, with what is known of earlier detentions (CUS-39). */
export const personRoutes = (): Route[] => [{
  method: 'post', path: '/api/people/person/search', summary: 'People by exact match', schema: { body: asked, response: z.object({ people: z.array(z.object({ id: z.nullable(z.string()), name: z.string(), detentions: z.array(detention) })) }) }, permission: ['read', 'Person'], purpose: 'Duty: is this person known',
  handler: read(async ({ body, who }, { trx, audit, becomeSystem }) => {
    const { name, dateOfBirth } = body as z.infer<typeof asked>;
    const found = (await trx('people.person_name as n').join('people.person as p', 'p.id', 'n.record_id').select('p.id', 'p.title as name').where('n.match_key', matchKey(name, dateOfBirth ?? null)).limit(10)) as { id: string; name: string }[];
    audit.shows('Person', found.map((p) => p.id));
    await becomeSystem(); // CUS-39 asks what the whole force knows, not what this desk may open
    const people: Known[] = [];
    for (const person of found) people.push({ ...person, detentions: await earlierDetentions(trx, person.id) });
    const called = await unconfirmedDetentions(trx, listName(spoken(name)), dateOfBirth ?? null);
    const shown = [...people, ...(called.length > 0 ? [{ id: null, name, detentions: called }] : [])].map((p) => ({ ...p, detentions: p.detentions.filter((d) => !d.restricted || maySee(who, d)) })).filter((p) => p.id !== null || p.detentions.length > 0);
    audit.shows('CustodyRecord', shown.flatMap((p) => p.detentions.map((d) => d.recordId)));
    return { people: shown.map((p) => ({ ...p, detentions: p.detentions.map((d) => told(who, d)) })) };
  }),
}];
