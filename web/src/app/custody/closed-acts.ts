import { CUSTODY_ACTS } from '#domain/custody/custody-record/acts';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { slug } from '#domain/shared/act';
import { fullTime } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';

/** False for an act that this post never takes: its form is drawn for nobody, whatever the address asks. One that is only shut for now is drawn, and refused with all its reasons. */
export const isTaken = (view: CustodyView, act: string): boolean => [...view.acts, ...view.closedActs].some((a) => a.slug === act);

/** Why a key opens no form, in one line: when the act opens, why it is closed, or that it is not this post's; empty where it is open. */
export function whyClosed(view: CustodyView, act: string): string {
  const listed = view.acts.find((a) => a.slug === act);
  if (listed?.open) return '';
  if (listed) return `${listed.label}: ${listed.why}${listed.opensAt ? `, from ${fullTime(listed.opensAt as Instant)}` : ''}`;
  const shut = view.closedActs.find((a) => a.slug === act);
  if (shut) return `${shut.label}: ${shut.why}`;
  const found = CUSTODY_ACTS.find((a) => slug(a.name) === act);
  return found ? `${found.label}: your post does not take this act.` : 'That act is not open now.';
}
