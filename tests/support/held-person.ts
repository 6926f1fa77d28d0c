import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Walker } from './walker.ts';

interface Told { readonly act: string; readonly at: string; readonly body: object }

const NEEDS = { unwell: false, injured: false, drink: false, drugs: false, swallowed: false, selfHarm: false, pregnant: false, consciousnessConcern: false, vulnerable: false };

/** The record of somebody arrested, brought in and detained on the evening of `day`, told through the api by who is signed in; answers its id. */
export async function heldPerson(walker: Walker, day: string, name = 'James Adeyemi'): Promise<string> {
  const session = (await (await walker.page.request.get('/api/session')).json()) as { officer: { posts: { stations: { id: string }[] }[] } };
  const stationId = session.officer.posts.flatMap((p) => p.stations)[0]!.id;
  const { offences } = (await (await walker.page.request.get('/api/reference/offences?search=burglary')).json()) as { offences: { code: string }[] };
  const arrest = { stationId, offenceCodes: [offences[0]!.code], place: 'High Street', officerName: 'PC Ward', necessity: 'Prompt and effective investigation', arrestArea: 'Metropolitan', authorityKind: 'PACE_PRECHARGE', name, dateOfBirth: '1991-05-01', gender: 'male' };
  const acts: readonly Told[] = [
    { act: 'recordArrest', at: `${day}T20:10`, body: arrest }, { act: 'recordArrival', at: `${day}T20:52`, body: { stationId, source: 'gateLog' } }, { act: 'bookIn', at: `${day}T21:00`, body: { name, dateOfBirth: '1991-05-01', gender: 'male' } },
    { act: 'recordImmediateNeeds', at: `${day}T21:05`, body: NEEDS }, { act: 'authoriseDetention', at: `${day}T21:10`, body: { grounds: ['questioning'], groundsText: 'To obtain evidence by questioning', toldInPresence: true } },
    { act: 'allocateLocation', at: `${day}T21:20`, body: { location: 'Cell 12' } },
  ];
  const id = randomUUID();
  const answer = await walker.page.request.post(`/api/custody/custody-record/${id}/acts`, { data: { commandId: randomUUID(), seenVersion: 0, acts } });
  assert.equal(answer.status(), 200, await answer.text());
  return id;
}
