import { PURPOSES } from '#domain/custody/custody-record/acts/leave-for-hospital';
import { GROUND_WORDS } from '#domain/custody/custody-record/acts/postpone-review';
import type { Answers, FormLayout } from '../shared/form-layout.ts';

const answered = (values: Answers, name: string): boolean => values[name] !== undefined && values[name] !== null && values[name] !== '' && values[name] !== false;

/** A question that only the answer to another one raises. */
const RAISED_BY: Readonly<Record<string, string>> = {
  voluntaryAttendanceAt: 'arrestedAtStation', questioned: 'soughtArea', questionedSaysWho: 'soughtArea', entryToEnglandAndWalesAt: 'outsideEnglandAndWales', leftHeldAreaAt: 'heldInArea',
};

const arrest: FormLayout = {
  at: { label: 'When were they arrested?', hint: 'London time. Leave empty for now.' },
  submit: 'Continue',
  groups: [
    { words: 'Who, as far as it is known', fields: ['name', 'dateOfBirth', 'looksUnder18', 'gender'] },
    { words: 'The arrest', when: true, fields: ['newEvidence', 'foundOn', 'whyNotEarlier', 'offenceCodes', 'officerName', 'place', 'necessity'] },
    { words: (values) => (values['authorityKind'] === 'PACE_PRECHARGE' ? 'Held under: arrest for an offence. Something else?' : 'Held under'), fields: ['authorityKind'], folded: true },
    {
      words: 'Arrested elsewhere, for another force, or came by themselves?', hint: 'These decide when the clock starts (PACE s.41).', folded: true,
      fields: ['stationId', 'arrestedAtStation', 'voluntaryAttendanceAt', 'streetBailAnswerArrivalAt', 'arrestArea', 'soughtArea', 'questioned', 'questionedSaysWho', 'heldInArea', 'leftHeldAreaAt', 'investigatingArea', 'outsideEnglandAndWales', 'entryToEnglandAndWalesAt'],
    },
    { words: 'Who investigates', fields: ['teamId'] },
    { words: 'Officer in the case, if not the arresting officer; others who investigate', fields: ['investigatorName', 'investigatorIds'], folded: true },
  ],
  asks: (name, values) => (name === 'looksUnder18' ? !answered(values, 'dateOfBirth') : !RAISED_BY[name] || answered(values, RAISED_BY[name])),
};

/** Seldom: somebody decides in place of the custody officer (PACE s.36(4)). */
const STANDS_IN = { words: 'No custody officer readily available?', fields: ['noCustodyOfficer'], folded: true } as const;

/** The api takes any words and refuses, by its code, those that are no ground; the desk offers the grounds there are. */
const offered = (options: Readonly<Record<string, string>>) => ({ kind: 'radio', hint: '', options: Object.entries(options).map(([value, words]) => ({ value, words })) }) as const;

const LAYOUTS: Readonly<Record<string, FormLayout>> = {
  'record-arrest': arrest, 'rearrest-on-new-evidence': arrest,
  'record-arrival': {
    at: { label: 'When did the van enter the yard?', hint: 'The clock starts there, not at the desk (s.41(2)(d)).', ask: 'Enter when the van entered the yard. The clock starts there, not at the desk (s.41(2)(d)).' },
    submit: 'Continue', groups: [{ fields: ['source', 'stationId'] }],
  },
  'book-in': {
    at: { label: 'At the desk since', hint: 'Leave empty for now.', folded: true }, submit: 'Continue',
    groups: [{ fields: ['name', 'dateOfBirth', 'looksUnder18', 'gender', 'language'] }, { words: 'Released before for such an offence?', fields: ['otherIncident'], folded: true }], asks: (name, values) => name !== 'looksUnder18' || !answered(values, 'dateOfBirth') || typeof values['looksUnder18'] === 'boolean',
  },
  'record-immediate-needs': { at: { label: 'When were they asked?', hint: 'Leave empty for now.', folded: true }, submit: 'Continue' },
  'authorise-detention': {
    at: { label: 'When was it decided?', hint: 'Leave empty for now.', folded: true }, timed: true, groups: [{ fields: ['grounds', 'groundsText', 'toldInPresence', 'whyNotTold'] }, STANDS_IN],
    as: { grounds: { label: 'Detain, because it is necessary' } },
    asks: (name, values) => name !== 'whyNotTold' || values['toldInPresence'] === false,
  },
  'refuse-detention': { at: { label: 'When was it decided?', hint: 'Leave empty for now.', folded: true }, timed: true, groups: [{ fields: ['reason'] }, STANDS_IN] },
  'give-rights': { at: { label: 'When were they told?', hint: 'Leave empty for now.', folded: true }, submit: 'Continue' },
  'set-observation-level': {
    at: { label: 'From when?', hint: 'Leave empty for now.', folded: true }, submit: 'Continue', groups: [{ fields: ['level', 'rouse', 'reason'] }, STANDS_IN],
  },
  'charge': { groups: [{ fields: ['reply', 'detainGrounds'] }, STANDS_IN] },
  'release': { groups: [{ fields: ['kind', 'riskAssessed', 'detail'] }, STANDS_IN] },
  'release-on-bail': { groups: [{ fields: ['appointedAt', 'stationId', 'necessity', 'conditions', 'purposes'] }, STANDS_IN] },
  'change-return': { groups: [{ fields: ['stationId', 'appointedAt', 'reason', 'noticeGiven'] }, STANDS_IN] },
  'record-warrant': { as: { hours: { label: 'Hours of further detention the court allows' } } },
  'extend-warrant': { as: { hours: { label: 'Hours by which the court extends the warrant' } } },
  'leave-for-hospital': { as: { purpose: offered(PURPOSES) } },
  'postpone-review': { as: { ground: offered(GROUND_WORDS) } },
  'allocate-location': { at: { label: 'When did they go there?', hint: 'Leave empty for now.', folded: true }, submit: 'Continue' },
};

const ROUSED: FormLayout = { as: { roused: { optional: false, hint: 'They must be roused at every visit (Code C 9.3, Annex H): can they be woken, do they answer, do they respond to commands?' } } };

/** How the desk draws an act's form; one that is not named is drawn as its schema has it. `markers`: of the person it is about, who may have to be roused. */
export const layoutOf = (act: string, markers: readonly string[] = []): FormLayout => (act === 'record-visit' && markers.includes('Rouse') ? ROUSED : LAYOUTS[act] ?? {});
