import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { custodyOfficerRefusals, OPEN, opensIn, postNeeds, stoodIn, stoodInNotes, stoodInWords, tellHolder, toldBy, type CustodyDecision, type StoodIn } from '../acting.ts';
import { arrivalOfEpisode } from '../arrival-of-episode.ts';
import { limits } from '../detention-clock.ts';
import type { CustodyLaw } from '../limits.ts';
import { furtherUndecided, inCustody, type CustodyRecord } from '../record.ts';
import type { Authorisation } from '../told.ts';
import { rearrestRefusals } from '../rearrest-rule.ts';
import { refusal } from '../refusals.ts';

const GROUNDS = { secureEvidence: 'To secure or preserve evidence', questioning: 'To obtain evidence by questioning', chargeDecision: 'To decide whether to charge', otherAuthority: 'Under the warrant or other authority' } as const;
const schema = z.object({
  grounds: f.choices('Detain', GROUNDS, 'Choose why detention is necessary.'), groundsText: f.words('Grounds', 'Write the grounds in their presence. PACE s.37(4)'),
  toldInPresence: f.yesNo('Written in their presence and told?', 'Say whether the grounds were written in their presence and told.'), whyNotTold: f.maybeLine('If not, because…'),
  noCustodyOfficer: f.maybeLine('No custody officer readily available, because…', { hint: 'Only where the custody officer does not decide. PACE s.36(4)' }),
});

type Authorised = Pick<Authorisation, 'grounds' | 'groundsText' | 'toldInPresence' | 'whyNotTold' | 'stationId'> & Pick<StoodIn, 'postHolder'> & { readonly fallback: string };

/** Held after a charge, and arrested for a further offence: detention for it needs a decision of its own (s.37, s.41(4)). */
const decidesFurther = (record: CustodyRecord): boolean => furtherUndecided(record) && inCustody(record) && record.phase !== 'arrived';

const detentionAuthorised = eventRule<CustodyRecord, Authorised>({
  stands: (record, event) => (decidesFurther(record) || (record.phase === 'arrived' && (arrivalOfEpisode(record)?.at ?? event.occurredAt) <= event.occurredAt) ? null : 'Detention is authorised at the station, once, after arrival.'),
  apply: (record, event) => {
    const { fallback: _, postHolder: __, ...told } = event.data;
    const authorisation: Authorisation = { ...told, ...toldBy(event), episode: record.episodes.at(-1)!.number };
    return { ...record, phase: decidesFurther(record) ? record.phase : 'detained', deskAt: record.deskAt ?? event.occurredAt, authorisations: [...record.authorisations, authorisation] };
  },
  says: (event) => `Detention authorised: ${event.data.grounds.map((g) => GROUNDS[g as keyof typeof GROUNDS].toLowerCase()).join('; ')}. ${event.actorName}${stoodInWords({ ...event.data, noCustodyOfficer: event.data.fallback })}`,
  theme: 'legal', tells: tellHolder,
});

const groundRefusals = (body: z.infer<typeof schema>): Refusal[] => [
  ...when(body.grounds.length === 0, refusal('GROUNDS_REQUIRED', { field: 'grounds' })),
  ...when(!body.toldInPresence && body.whyNotTold === '', refusal('REASON_REQUIRED', { law: 'PACE s.37(5), (6)', field: 'whyNotTold', message: 'The grounds are written in their presence and told, unless they cannot understand, are violent, or need urgent medical attention. Say which.' })),
];

/** CUS-30: nobody is detained by a first decision after the 24 hours; an authority given before bail leaves what it left. */
function spentRefusals(record: CustodyRecord, { at, law }: CustodyDecision): Refusal[] {
  const basic = record.extensions.length === 0 && !decidesFurther(record) && record.authorityKind === 'PACE_PRECHARGE' ? (limits(record, law)?.basic ?? null) : null;
  return when(basic !== null && at > basic, refusal('AUTHORITY_LAPSED', { law: 'PACE s.41(7)', message: `The 24 hours ended at ${basic ? fullTime(basic) : ''}, and nobody had decided to detain them. Let them go now: record that they are not detained.` }));
}

/** The custody officer's first decision (CUS-114, CUS-115): it starts the review cycle (CUS-40). */
export const authoriseDetention = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'authoriseDetention', label: 'Authorise detention', nature: 'power', group: 'legal', schema,
  needs: (record) => ({ ...postNeeds(record), earlierDetentionsOf: record.detainee.personId }),
  opens: (record) => (decidesFurther(record) ? OPEN : opensIn(record, 'arrived')),
  decide: (record, body, when_: CustodyDecision) => {
    const refusals = [...custodyOfficerRefusals(record, when_, body.noCustodyOfficer), ...groundRefusals(body), ...rearrestRefusals(record, when_.facts), ...spentRefusals(record, when_)];
    if (refusals.length > 0) return { refusals };
    const { postHolder } = stoodIn(body.noCustodyOfficer, when_);
    const data: Authorised = { grounds: body.grounds, groundsText: body.groundsText, toldInPresence: body.toldInPresence, whyNotTold: body.whyNotTold || null, stationId: record.stationId, fallback: body.noCustodyOfficer, ...(postHolder ? { postHolder } : {}) };
    return { events: [{ type: 'detentionAuthorised', data }], notes: stoodInNotes(data) };
  },
  events: { detentionAuthorised },
});
