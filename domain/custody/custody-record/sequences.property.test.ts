import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actNamed } from '../../shared/decide.ts';
import { effectiveEvents, fold } from '../../shared/record-kind.ts';
import { nextWake, type Obligation } from '../../shared/obligation.ts';
import type { PostName } from '../../shared/posts.ts';
import { earliest, elapsed, instant, MINUTE, plus, plusHours, type Instant, type Interval } from '../../shared/time.ts';
import { CUSTODY_ACTS } from './acts.ts';
import { authorityChain, type Link } from './authority-chain.ts';
import { custodyRecordKind as kind } from './custody-record-kind.ts';
import { limits } from './detention-clock.ts';
import { BELL, CLARKE, LIM, OKORO, RAO } from './example-detention.ts';
import { asking, aWalk, play, trial, words, type Move, type Walked } from './example-sequences.ts';
import { WAYS } from './example-ways.ts';
import { CUSTODY_LAW as LAW } from './limits.ts';
import { authorisedNow, inCustody, type CustodyRecord } from './record.ts';
import { reviewCycle } from './review-cycle.ts';
import { custodyRecordView, custodyViewSchema } from './view.ts';

const SEED = 20260113;
const RUNS = 1500;
/** Holds on every walk; where it does not, the walk is told as it went. */
const each = (holds: (walked: Walked) => void): void => fc.assert(fc.property(aWalk, (walk) => {
  const walked = play(walk);
  try { holds(walked); } catch (error) { throw new Error(`From ${walk.start}:\n${words(walked)}\n${(error as Error).message}`, { cause: error }); }
}), { seed: SEED, numRuns: RUNS });
const eachMove = (holds: (move: Move) => void): void => each(({ moves }) => moves.forEach(holds));
const eachAccepted = (holds: (move: Move) => void): void => eachMove((move) => { if (move.refusals === null) holds(move); });

const WITHOUT_CHARGE: readonly string[] = ['s37', 's42', 's43(5)(b)', 'applicationPending', 'warrant'];
/** Police detention begins at a station (s.118(2)): what ends as it begins, or on the way there after a s.46A arrest, holds nobody there. */
const holdsNobody = ({ bails }: CustodyRecord, { from, until }: Link): boolean => until !== null && until <= (bails.find((b) => b.resumed?.at === from)?.resumed?.arrivedAt ?? from);
const episodeNow = (record: CustodyRecord) => record.episodes.at(-1)!;
const chainNow = (record: CustodyRecord) => authorityChain(record, LAW, episodeNow(record));
const owedBy = (record: CustodyRecord) => kind.obligations(record, LAW);
const rings = (owed: readonly Obligation[], by: Instant, now: Instant): boolean => owed.some((o) => (o.opens <= by || o.opens <= now) && o.rungs.some((r) => r.kind === 'breach' && r.code === 'UNLAWFUL_DETENTION_RISK' && r.at <= by));
const UNLAWFUL = ['UNLAWFUL_DETENTION_RISK', 'REVIEW_LATE'];

/** Stretches that the breaches of that code name, as far as `until`, joined where they touch. */
function named(record: CustodyRecord, code: string, until: Instant): Interval[] {
  const found = kind.breaches(record, LAW, until).filter((b) => b.code === code && b.from < until).map((b) => ({ from: b.from, to: b.to !== null && b.to < until ? b.to : until })).filter((b) => b.from < b.to);
  return found.reduce<{ from: Instant; to: Instant }[]>((joined, next) => { const last = joined.at(-1); if (last && next.from <= last.to) last.to = next.to > last.to ? next.to : last.to; else joined.push({ ...next }); return joined; }, []);
}

/** What tells a fact that the clock or the place depends on, whenever it is entered. */
const TELLS_THE_CLOCK = ['answerQuestioned', 'recordHospitalQuestioning'];
/** The end of a limit that is not known, while the clock stands still. */
const NO_END = instant('9999-12-31T00:00:00Z');
/** The end that is longest, of those that are known. */
const longest = (...ends: (Instant | null | undefined)[]): Instant | null => ends.filter((end) => typeof end === 'string').toSorted().at(-1) ?? null;

/** How long warrants of this stretch may hold them: 36 hours from the issue, and 36 more from the end before for each extension (CUS-63, CUS-64). */
function warrantsMost({ warrants, episodes }: CustodyRecord, ceiling: Instant): Instant | null {
  const most = longest(...warrants.filter((w) => w.issuedAt >= episodes.at(-1)!.from).map((w) => plusHours(w.issuedAt, 36 * (1 + w.extensions.length))));
  return most === null ? null : earliest(most, ceiling);
}

/** What the court waits for, or waited: asked in this stretch, and put off for representation or told of with a reason to hold past 36 hours (CUS-61, CUS-66). */
function waitedFor({ applications, heldPast36, episodes }: CustodyRecord): CustodyRecord['applications'] {
  const { from } = episodes.at(-1)!;
  const reasoned = heldPast36 !== null && heldPast36.at >= from;
  return applications.filter((a) => a.at >= from && (a.adjournments?.some((p) => p.forRepresentation) || (reasoned && !a.extends)));
}

/** Six hours from the 36 where those were authorised, and the reason to hold past them was told (s.43(5)(b), (6)). */
const windowMost = ({ heldPast36, episodes }: CustodyRecord, extended: Instant | null): Instant | null =>
  (extended !== null && extended !== NO_END && heldPast36 !== null && heldPast36.at >= episodes.at(-1)!.from ? plusHours(extended, 6) : null);

/** How long each kind of authority may hold them at the most, with what has been told so far; null where nothing gives it a basis. Undefined while the clock stands still. */
function mostAllowed(record: CustodyRecord): Partial<Record<Link['kind'], Instant | null>> | undefined {
  const limit = limits(record, LAW);
  if (!limit?.basic) return undefined;
  const ceiling = limit.ceiling ?? NO_END;
  const extended = record.extensions.some((e) => e.at >= episodeNow(record).from) ? (limit.extended ?? NO_END) : null;
  const [warrant, waited] = [warrantsMost(record, ceiling), waitedFor(record)];
  const determined = waited.length > 0 ? earliest(longest(limit.basic, extended, warrant, ...waited.map((a) => a.decidedAt))!, ceiling) : null;
  return { s37: limit.basic, s42: extended, 's43(5)(b)': longest(windowMost(record, extended), determined), applicationPending: waited.some((a) => a.outcome === 'pending') ? ceiling : null, warrant };
}

/** The alarm of that duty sounds at the first instant after its end, and a breach stands while it goes on. */
function alarmed(record: CustodyRecord, { task, code, ends, now }: { task: string; code: string; ends: Instant; now: Instant }): void {
  assert.ok(rings(owedBy(record).filter((o) => o.taskType === task), plus(ends, 1), now), `no alarm of ${task} at ${ends}`);
  if (ends < now) assert.ok(named(record, code, now).some((b) => b.to === now), `unlawful since ${ends}, and no breach`);
}

const DESK: Partial<Record<PostName, typeof OKORO>> = { custodySergeant: OKORO, detentionOfficer: BELL, custodyInspector: RAO, superintendent: CLARKE, investigatingOfficer: LIM };
const NOT_NOW = ['NOT_OPEN', 'OUT_OF_ORDER'];

/** How often the run takes each step towards the court at the least: a test in which everything was refused proves nothing. */
const LEAST: Readonly<Record<string, number>> = {
  recordHearingListed: 100, serveWarrantInformation: 100, applyForWarrant: 10, recordAdjournment: 10, recordReasonPast36: 40, recordWarrant: 10, recordWarrantRefusal: 10, applyForWarrantExtension: 15, extendWarrant: 15,
  authoriseExtension: 10, conductReview: 100, leaveForHospital: 50, releaseOnBail: 5, answerBail: 10, recordBreachArrest: 20, charge: 50, arrestForFurtherOffence: 50, transferToOtherForce: 4, release: 4, postponeReview: 20, confirmPostponement: 6,
};

describe('sequences of acts', function () {
  this.timeout(60_000);

  it('go on after a refusal, which says why and changes nothing', () => {
    eachMove(({ refusals, before, after, events, versions, act }) => {
      if (refusals === null) return;
      assert.equal(after, before);
      assert.deepEqual([events, versions[1]], [[], versions[0]]);
      assert.ok(refusals.length > 0 && refusals.every((r) => r.code !== '' && r.law !== '' && r.message !== ''), `${act}: ${JSON.stringify(refusals)}`);
    });
  });

  it('raise the version by one each, and fold again to the state they left', () => {
    eachAccepted(({ events, versions }) => {
      assert.equal(versions[1], versions[0] + 1);
      assert.ok(events.length > 0 && events.every((e, n) => e.version === versions[1] && e.n === n && e.occurredAt <= e.recordedAt));
    });
    each(({ detention }) => {
      const { state, fallen } = fold(kind, effectiveEvents(detention.events));
      assert.deepEqual(fallen, []);
      assert.deepEqual(state, detention.record);
    });
  });

  it('hold nobody without charge beyond 96 counted hours (CUS-68)', () => {
    eachAccepted(({ after }) => {
      const ceiling = limits(after, LAW)?.ceiling;
      if (!ceiling) return;
      for (const link of after.episodes.flatMap((e) => authorityChain(after, LAW, e)).filter((l) => WITHOUT_CHARGE.includes(l.kind))) {
        assert.ok(link.until !== null && (link.until <= ceiling || holdsNobody(after, link)), `${link.words} from ${link.from} to ${link.until ?? 'no end'}, ceiling ${ceiling}`);
      }
    });
  });

  it('hold nobody past 24 or 36 hours by less than the law asks, the court having its part or not (CUS-30, CUS-58, CUS-61, CUS-63, CUS-66)', () => {
    eachAccepted(({ after }) => {
      const allowed = mostAllowed(after);
      if (!allowed) return;
      for (const { kind: by, until, from } of chainNow(after).filter((l) => WITHOUT_CHARGE.includes(l.kind) && !holdsNobody(after, l))) {
        const most = allowed[by] ?? null;
        assert.ok(most !== null && (until ?? NO_END) <= most, `${by} from ${from} to ${until}, and ${most} at the most`);
      }
    });
  });

  it('leave no gap in authority without its alarm (CUS-9)', () => {
    eachAccepted(({ after, now }) => {
      const ends = inCustody(after) && after.authorityKind === 'PACE_PRECHARGE' ? chainNow(after).at(-1)!.until : null;
      if (ends !== null) alarmed(after, { task: 'authorityToDetain', code: UNLAWFUL[0]!, ends, now });
    });
  });

  it('leave no review undone without its alarm (CUS-40, CUS-41, CUS-59)', () => {
    eachAccepted(({ after, now }) => {
      if (!inCustody(after) || !authorisedNow(after)) return;
      const { next } = reviewCycle(after, LAW);
      assert.ok(next, 'no review is due');
      const last = [...after.authorisations, ...after.reviews].map((r) => r.at).toSorted().at(-1)!;
      assert.ok(after.postponements.length > 0 || next.latest <= plusHours(last, 9), 'no review is due within nine hours of the last');
      alarmed(after, { task: 'review', code: UNLAWFUL[1]!, ends: next.lapses ?? next.latest, now });
    });
  });

  it('neither mend nor make unlawful what is past, told in time (CUS-7, CUS-59)', () => {
    eachAccepted(({ act, before, after, was, at, events }) => {
      if (at < was || events.some((e) => e.occurredAt < was) || TELLS_THE_CLOCK.includes(act)) return;
      for (const code of UNLAWFUL) assert.deepEqual(named(after, code, was), named(before, code, was), `${act} at ${at}: ${code}`);
    });
  });

  it('were unlawful only while somebody was held, and each time once (CUS-9, CUS-59)', () => {
    eachAccepted(({ after, now }) => {
      for (const code of UNLAWFUL) {
        const found = kind.breaches(after, LAW, now).filter((b) => b.code === code);
        for (const b of found) assert.ok(after.episodes.some((e) => b.from >= e.from && (e.to === null || (b.to !== null && b.to <= e.to))), `${b.text} Nobody was held`);
        found.slice(1).forEach((b, n) => assert.ok(found[n]!.to !== null && found[n]!.to! <= b.from, `${found[n]!.text} ${b.text} Twice`));
      }
    });
  });

  it('take only what was open, of what the law is about', () => {
    eachAccepted(({ act, opening }) => { if (actNamed(kind, act).group === 'legal') assert.ok(opening.open, `${act} was accepted, and is not open: ${JSON.stringify(opening)}`); });
  });

  it('owe only what somebody can do, or is told when (CUS-19)', () => {
    eachAccepted(({ after, now }) => {
      for (const owed of owedBy(after).filter((o) => o.opens <= now)) {
        const opening = actNamed(kind, owed.act).opens(after, asking(DESK[owed.who.queue]!, { at: now, now }));
        assert.ok(opening.open || opening.show, `${owed.key} asks for ${owed.act}: ${JSON.stringify(opening)} (${after.phase})`);
      }
    });
  });

  it('owe each duty under one key, warn before its time and ring after it, and wake forward', () => {
    eachAccepted(({ after, was }) => {
      const owed = owedBy(after);
      assert.equal(new Set(owed.map((o) => o.key)).size, owed.length, owed.map((o) => o.key).join());
      for (const { key, due, rungs, taskType } of owed) {
        // What the court decided is owed from when it sits, and reminded of after: that nobody told it breaks no law.
        if (due !== null && taskType !== 'warrantDecision') for (const r of rungs) assert.ok(r.kind === 'warning' ? r.at < due : r.at > due, `${key} ${r.kind}`);
      }
      const woken: Instant[] = [];
      for (let at = nextWake(owed, was); at !== null; at = nextWake(owed, at)) { assert.ok(at > (woken.at(-1) ?? was)); woken.push(at); }
    });
  });

  it('show a view of every state, with acts that can be done', () => {
    each(({ detention: d, moves }) => {
      const { now } = moves.at(-1)!;
      const view = custodyRecordView({ id: 'example', version: d.standing.version, state: d.record, events: d.events }, { kind: 'person', officer: OKORO }, { now, facts: asking(OKORO, { at: now, now }).facts, law: LAW });
      custodyViewSchema.parse(view);
      for (const { name } of view.acts.filter((a) => a.open)) {
        const at = name === 'recordHospitalQuestioning' ? d.record.hospital.at(-1)!.at : now;
        const tries = [true, false].flatMap((yes) => [1, 6].map((hours) => trial(d, { act: name, late: elapsed(at, now) / MINUTE, ahead: 90, yes, hours }, now).outcome));
        assert.ok(tries.some((o) => o.outcome !== 'refused' || o.refusals.every((r) => !NOT_NOW.includes(r.code))), `${name} is shown open in ${d.record.phase}: ${JSON.stringify(tries.map((o) => (o.outcome === 'refused' ? o.refusals.map((r) => r.message) : '')))}`);
      }
    });
  });

  it('know every act, and took those of the court often', () => {
    assert.deepEqual(Object.keys(WAYS).toSorted(), CUSTODY_ACTS.filter((a) => !a.creates).map((a) => a.name).toSorted());
    const taken = new Map<string, number>();
    eachAccepted(({ act }) => { taken.set(act, (taken.get(act) ?? 0) + 1); });
    for (const [act, least] of Object.entries(LEAST)) assert.ok((taken.get(act) ?? 0) >= least, `${act} was taken ${taken.get(act) ?? 0} times, fewer than ${least}`);
  });
});
