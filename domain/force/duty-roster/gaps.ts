import { POST_WORDS, type PostName } from '../../shared/posts.ts';
import { earliest, latest, type Instant, type Interval } from '../../shared/time.ts';

/** Posts a designated station needs somebody in at every instant: without one a duty of the law has nobody to do it (CUS-10, CUS-40, CUS-50, CUS-95). */
export const POSTS_NEEDED: readonly PostName[] = ['custodySergeant', 'detentionOfficer', 'custodyInspector', 'superintendent'];

export interface Held { readonly post: PostName; readonly from: Instant; readonly to: Instant | null }
export interface Gap { readonly post: PostName; readonly words: string; readonly from: Instant; readonly to: Instant }

/** When nobody holds a post that is needed, between two instants; half open, in the order of posts and time. */
export const gapsIn = (held: readonly Held[], { from, to }: { readonly from: Instant; readonly to: Instant }): Gap[] =>
  POSTS_NEEDED.flatMap((post) => uncovered(held.filter((h) => h.post === post), from, to).map((gap) => ({ post, words: POST_WORDS[post], ...gap })));

function uncovered(held: readonly Interval[], from: Instant, to: Instant): { from: Instant; to: Instant }[] {
  const gaps: { from: Instant; to: Instant }[] = [];
  let covered = from;
  for (const spell of held.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const begins = earliest(spell.from, to);
    if (begins > covered) gaps.push({ from: covered, to: begins });
    covered = latest(covered, begins, earliest(spell.to ?? to, to));
  }
  return covered < to ? [...gaps, { from: covered, to }] : gaps;
}
