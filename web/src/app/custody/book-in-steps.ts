import type { CustodyView } from '#domain/custody/custody-record/view';

/** One page of booking in: the act it records, and the entries by which that is known to be done. */
export interface Step { readonly slug: string; readonly words: string; readonly title: string; readonly told: readonly string[]; readonly done: (v: CustodyView) => boolean }

const said = (...told: readonly string[]) => (v: CustodyView): boolean => v.timeline.some((e) => told.includes(e.act) && !e.corrected?.struckOut);

/** In the order the law and the desk meet them: the record opens at the arrest, the clock starts in the yard. */
export const STEPS: readonly Step[] = [
  { slug: 'record-arrest', words: 'Arrest', title: 'Who is it, and what were they arrested for?', told: ['arrestRecorded'], done: () => true },
  { slug: 'record-arrival', words: 'Arrival', title: 'When did they arrive?', told: ['arrived'], done: (v) => v.phase !== 'enRoute' },
  { slug: 'book-in', words: 'Who', title: 'Who are they?', told: ['bookedIn'], done: (v) => v.deskAt !== null },
  { slug: 'record-immediate-needs', words: 'Now', title: 'What must be known now? Ask in private.', told: ['immediateNeedsRecorded'], done: (v) => v.needsRecorded },
  { slug: 'authorise-detention', words: 'Decide', title: 'Is detention necessary?', told: ['detentionAuthorised', 'detentionRefused'], done: (v) => v.authorised || v.phase === 'notDetained' },
  { slug: 'give-rights', words: 'Rights', title: 'Their rights', told: ['rightsGiven'], done: said('rightsGiven') },
  { slug: 'set-observation-level', words: 'Risk and level', title: 'How often are they looked at?', told: ['observationLevelSet'], done: said('observationLevelSet') },
  { slug: 'allocate-location', words: 'Cell', title: 'Where do they go?', told: ['located'], done: (v) => v.location.startsWith('Cell') || said('located')(v) },
];

/** The first step that is not done; nothing once all are, or once they are not detained. */
export const nextStep = (v: CustodyView | null): string => (v ? (v.phase === 'notDetained' ? '' : (STEPS.find((s) => !s.done(v))?.slug ?? '')) : 'record-arrest');

/** The entry that a step told last and that still stands. */
export const entryOf = (v: CustodyView | null, step: string): CustodyView['timeline'][number] | null => {
  const told = STEPS.find((s) => s.slug === step)?.told ?? [];
  return v?.timeline.find((e) => told.includes(e.act) && !e.corrected?.struckOut) ?? null;
};

/** The step that is looked at on the way back, or forth, among those that are done; null is the one that is next. */
export function stepBeside(v: CustodyView | null, from: string, by: -1 | 1): string | null {
  const done = STEPS.filter((s) => entryOf(v, s.slug) !== null).map((s) => s.slug);
  const place = done.indexOf(from);
  return (place < 0 ? (by < 0 ? done.at(-1) : null) : done[Math.max(0, place + by)]) ?? null;
}

const RED: Readonly<Record<string, string>> = { unwell: 'Unwell', injured: 'Injured', swallowed: 'Swallowed something', selfHarm: 'Self-harm', consciousnessConcern: 'Concern for consciousness' };

/** Answers that go to healthcare before anything else is asked (CUS-90, CUS-91). */
export const redAnswers = (answers: Readonly<Record<string, unknown>>): string[] => Object.entries(RED).filter(([name]) => answers[name] === true).map(([, words]) => words);
