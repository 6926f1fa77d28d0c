import { RECORD_KINDS } from '#domain/records';
import { CORRECT_ENTRY } from '#domain/shared/correct-entry';

/** The only uses the log may be put to (DPA 2018 s.62(4), REC-33): staff productivity is none of them. */
export const AUDIT_USES = {
  lawfulness: 'Checking that processing was lawful', selfMonitoring: 'Self-monitoring, discipline included', integrity: 'Integrity and security of the data', criminal: 'Criminal proceedings',
} as const;
export type AuditUse = keyof typeof AUDIT_USES;

/** Outcomes to search by: one choice stands for the codes beside it. */
const OUTCOMES: Readonly<Record<string, { readonly words: string; readonly codes: readonly string[] }>> = {
  shown: { words: 'Shown', codes: ['shown'] }, accepted: { words: 'Accepted', codes: ['accepted', 'repeated'] }, refused: { words: 'Refused by the law or the record', codes: ['REFUSED'] },
  notAllowed: { words: 'Not allowed by the post', codes: ['NOT_ALLOWED', 'OTHER_ORIGIN'] }, absent: { words: 'Not there, or hidden', codes: ['NOT_FOUND'] }, notSignedIn: { words: 'Not signed in, or the session had ended', codes: ['NOT_SIGNED_IN', 'SESSION_ENDED', 'SIGN_IN_REFUSED', 'SIGN_IN_UNASKED', 'UNKNOWN_OFFICER'] },
  misshapen: { words: 'Not understood', codes: ['BAD_SHAPE', 'NOT_JSON', 'TOO_LARGE', 'BAD_REQUEST'] }, failed: { words: 'Broken on our side, or busy', codes: ['ERROR', 'BUSY', 'UNEXPECTED', 'SIGN_IN_AWAY'] },
};
export const OUTCOME_CHOICES = Object.entries(OUTCOMES).map(([value, { words }]) => ({ value, words }));

/** The codes a choice stands for; any other word is a code itself. */
export const outcomeCodes = (choice: string): readonly string[] => OUTCOMES[choice]?.codes ?? [choice];
export const outcomeWords = (code: string): string => Object.values(OUTCOMES).find((o) => o.codes.includes(code))?.words ?? code;

const OWN_VERBS: Readonly<Record<string, string>> = {
  read: 'Read', whatIf: 'What if', acts: 'Several acts', askCourt: 'Ask the court for a hearing', look: 'Look at a task', markRead: 'Mark a notification as read', stream: 'Watch live', signIn: 'Sign in', signOut: 'Sign out', hold: 'Hold', release: 'Release', advance: 'Move the training clock', acknowledge: 'Acknowledge an alarm', claim: 'Claim a task', assign: 'Assign a task', reassign: 'Reassign a task', resume: 'Resume a task', note: 'Note on a task', correctEntry: 'Correct an entry',
};
const ACTS: Readonly<Record<string, string>> = Object.fromEntries(RECORD_KINDS.flatMap((kind) => kind.acts.map((act) => [act.name, act.label])));
const VERBS: Readonly<Record<string, string>> = { ...OWN_VERBS, ...ACTS };

export const VERB_CHOICES = Object.entries(VERBS).map(([value, words]) => ({ value, words })).toSorted((a, b) => a.words.localeCompare(b.words));
/** In words; several acts of one command stand in one line, joined by a comma. */
export const verbWords = (verb: string): string => verb.split(',').map((one) => VERBS[one] ?? one).join(', ');
/** True for a verb that may stand in a line beside others. */
export const mayBeOneOfSeveral = (verb: string): boolean => verb in ACTS || verb === CORRECT_ENTRY;
