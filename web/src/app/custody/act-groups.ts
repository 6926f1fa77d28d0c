import type { CustodyView } from '#domain/custody/custody-record/view';
import { HOUR } from '#domain/shared/time';

type OpenAct = CustodyView['acts'][number];
type Duty = CustodyView['doNext'][number];
export interface ActGroup { readonly words: string; readonly acts: readonly OpenAct[] }

/** While somebody is away nothing else comes before their return. */
const RETURNS = ['return-from-hospital', 'return-from-investigator'];
/** The order the desk looks for them in; what is not named follows in the order a detention meets it. */
const FIRST = [...RETURNS, 'arrive-at-other-force', 'answer-bail', 'release', 'charge', 'release-on-bail', 'conduct-review', 'postpone-review', 'request-extension', 'authorise-extension', 'record-visit', 'set-observation-level', 'leave-for-hospital', 'hand-to-investigator', 'allocate-location'];
const GROUPS: readonly (readonly [words: string, groups: readonly string[]])[] = [['Decisions', ['legal']], ['Visits and care', ['care']], ['Movements', ['movement']], ['Rights', ['rights']], ['People and duty', ['people', 'duty']]];
const WARRANT = ['record-hearing-listed', 'serve-warrant-information', 'apply-for-warrant', 'record-adjournment', 'record-reason-past36', 'record-warrant', 'record-warrant-refusal', 'apply-for-warrant-extension', 'extend-warrant'];
const SELDOM = ['record-released-on-the-way', 'record-rank-conflict', 'settle-rank-conflict', 'answer-questioned', 'record-hospital-questioning', 'record-investigation', 'move-to-station', 'transfer-to-other-force'];
/** From here on the next authority may be a court's: the hearing is to be listed by hour 24 (CUS-62). */
const WARRANT_FROM = 18 * HOUR;

const place = (a: OpenAct): number => { const at = FIRST.indexOf(a.slug); return at < 0 ? FIRST.length : at; };
const returns = (g: ActGroup): boolean => g.acts.some((a) => RETURNS.includes(a.slug));
const grouped = (acts: readonly OpenAct[]): ActGroup[] =>
  GROUPS.map(([words, groups]) => ({ words, acts: acts.filter((a) => groups.includes(a.group)).toSorted((a, b) => place(a) - place(b)) })).filter((g) => g.acts.length > 0).toSorted((a, b) => Number(returns(b)) - Number(returns(a)));

/** Duties that more than one act answers: how it comes out is not for the page to choose. */
const ANSWERED_BY: Readonly<Record<string, readonly string[]>> = {
  authorityToDetain: ['charge', 'release', 'authorise-extension', 'apply-for-warrant-extension'], warrantDecision: ['record-warrant', 'extend-warrant', 'record-warrant-refusal', 'record-adjournment'], detentionDecision: ['authorise-detention', 'refuse-detention'],
};
/** `warrantDecision` of `warrantDecision/12.0`. */
export const dutyKind = (key: string): string => key.split('/')[0] ?? '';
/** The acts that answer a duty, by their slugs. */
export const answering = (duty: Duty): readonly string[] => [duty.act, ...(ANSWERED_BY[dutyKind(duty.key)] ?? [])];

/** Towards a warrant: extended, past hour 18, or already on the way to court. */
const towardsWarrant = (view: CustodyView, counted: number): boolean => !['none', 's37', 's38', 'other'].includes(view.authority.kind) || (view.authority.kind === 's37' && counted >= WARRANT_FROM);

/** The acts that are not the next ones: usual at this stage, seldom needed, and those that open later. Nothing that is open is left out. */
export function otherActs(view: CustodyView, counted: number): { readonly usual: readonly ActGroup[]; readonly seldom: readonly OpenAct[]; readonly later: readonly OpenAct[] } {
  const next = view.doNext.filter((d) => dutyKind(d.key) !== 'authorityToDetain').flatMap(answering);
  const open = view.acts.filter((a) => a.open && !next.includes(a.slug));
  const warrant = open.filter((a) => WARRANT.includes(a.slug));
  const sensible = towardsWarrant(view, counted);
  const seldom = open.filter((a) => SELDOM.includes(a.slug));
  const usual = grouped(open.filter((a) => !WARRANT.includes(a.slug) && !SELDOM.includes(a.slug)));
  return {
    usual: sensible && warrant.length ? [...usual.filter(returns), { words: 'Warrant of further detention', acts: warrant }, ...usual.filter((g) => !returns(g))] : usual,
    seldom: sensible ? seldom : [...seldom, ...warrant], later: view.acts.filter((a) => !a.open),
  };
}
