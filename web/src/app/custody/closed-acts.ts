import { CUSTODY_ACTS } from '#domain/custody/custody-record/acts';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { slug } from '#domain/shared/act';
import { fullTime } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';

/** Why a key opens no form, in one line: when the act opens, or that it is not this stage's, or not this post's; empty where it is open. `may`: by the posts held. */
export function whyClosed(view: CustodyView, act: string, may: (name: string) => boolean): string {
  const listed = view.acts.find((a) => a.slug === act);
  if (listed?.open) return '';
  if (listed) return `${listed.label}: ${listed.why}${listed.opensAt ? `, from ${fullTime(listed.opensAt as Instant)}` : ''}`;
  const found = CUSTODY_ACTS.find((a) => slug(a.name) === act);
  return found ? `${found.label}: ${may(found.name) ? 'not open at this stage of the detention.' : 'your post does not take this act.'}` : 'That act is not open now.';
}
