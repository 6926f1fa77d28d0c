import assert from 'node:assert/strict';
import { runVector } from '../vectors/run-vectors.ts';

const clock = { op: 'detention_clock', relevant_time: '2026-06-09T21:48:00+01:00' };
const away = (more: object) => [{ purpose: 'treatment', left_at: '2026-06-09T23:30:00+01:00', returned_at: '2026-06-10T04:15:00+01:00', questioned: [], ...more }];
const extension = {
  op: 's42_extension', relevant_time: '2026-06-09T21:48:00+01:00', hospital: [], reviews_completed: 2, offence_indictable: true, s107_authorised: true, responsible_for_station: true, detention_necessary: true,
  diligent_and_expeditious: true, representations_opportunity_given: true, previous_authorised_until: null, decided_at: '2026-06-10T20:00:00+01:00',
};
const transfer = {
  op: 'relevant_time', existing_relevant_time: '2026-08-12T08:00:00+01:00', in_detention_area: 'Metropolitan', transfer_area: 'Thames Valley', left_first_area_station_at: '2026-08-12T13:00:00+01:00',
  arrivals: [{ area: 'Thames Valley', station: 'T', at: '2026-08-12T14:40:00+01:00' }],
};

/** Examples of the schema that nobody gave: open and overlapping stretches, the wrong rank to act, two clocks. */
const EDGES: readonly (readonly [title: string, given: { op: string }, expect: Readonly<Record<string, unknown>>])[] = [
  ['CUS-193 away with no return: the clock stands', { ...clock, hospital: away({ returned_at: null }), counted_at: ['2026-06-10T06:00:00+01:00'] } as never, { limit_24h: null, counted_seconds: [6120] }],
  ['CUS-33 questioning that goes on counts', { ...clock, hospital: away({ returned_at: null, questioned: [['2026-06-10T00:30:00+01:00', null]] }), counted_at: [] } as never, { limit_24h: '2026-06-10T22:48:00+01:00' }],
  ['CUS-33 overlaps once, clipped to the absence', { ...clock, hospital: away({ questioned: [['2026-06-09T23:00:00+01:00', '2026-06-10T00:00:00+01:00'], ['2026-06-09T23:50:00+01:00', '2026-06-10T00:10:00+01:00'], ['2026-06-10T04:00:00+01:00', '2026-06-10T05:00:00+01:00']] }), counted_at: [] } as never, { excluded_seconds: 13800 }],
  ['CUS-31 away before the relevant time: only what follows it', { op: 'detention_clock', relevant_time: '2026-07-02T08:00:00+01:00', hospital: [{ purpose: 'treatment', left_at: '2026-07-02T07:00:00+01:00', returned_at: '2026-07-02T09:30:00+01:00', questioned: [] }], counted_at: ['2026-07-02T07:30:00+01:00', '2026-07-02T10:00:00+01:00'] } as never, { excluded_seconds: 5400, limit_24h: '2026-07-03T09:30:00+01:00', counted_seconds: [0, 1800] }],
  ['CUS-12 no s.107 makes an inspector a superintendent', { ...extension, officer_rank: 'inspector' } as never, { refuse: ['RANK_TOO_LOW'] }],
  ['CUS-12 a chief inspector it does', { ...extension, officer_rank: 'chief_inspector' } as never, { refuse: [] }],
  ['CUS-83 and a sergeant an inspector', { op: 'rights_delay', right: 's56_notification', officer_rank: 'sergeant', s107_authorised: true, offence_indictable: true, relevant_time: '2026-06-09T21:48:00+01:00' } as never, { allowed: true }],
  ['CUS-96 rousing at level 4', { op: 'care_check', level: 4, intoxicated_or_consciousness_concern: true, last_check_at: '2026-06-10T14:05:00+01:00' } as never, { next_check_by: '2026-06-10T14:35:00+01:00', min_level: 2, rouse: true }],
  ['CUS-27 questioned: the one clock they have', { ...transfer, questioned_in_first_area_about_second_offence: true } as never, { relevant_time: '2026-08-12T08:00:00+01:00', branch: 's41(4)' }],
  ['CUS-27 not questioned: a second one', { ...transfer, questioned_in_first_area_about_second_offence: false } as never, { relevant_time: '2026-08-12T14:40:00+01:00', branch: 's41(5)' }],
  ['CUS-65 an authority short of 24 h takes nothing', { op: 'wfd_refused', relevant_time: '2026-06-12T15:00:00+01:00', refused_at: '2026-06-13T09:00:00+01:00', s42_authorised_until: '2026-06-13T14:00:00+01:00' } as never, { may_detain_until: '2026-06-13T15:00:00+01:00' }],
];

describe('worked examples nobody gave', () => {
  for (const [title, given, expect] of EDGES) it(title, () => { assert.deepEqual(runVector({ id: '', title, rules: [], given, expect } as never), []); });
});
