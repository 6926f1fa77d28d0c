import { ApplicationFailure, heartbeat, sleep } from '@temporalio/activity';
import type { CustodyRecord } from '#domain/custody/custody-record/record';
import type { NewEvent } from '#domain/shared/event';
import { fullTime } from '#domain/shared/local-time';
import type { Refusal } from '#domain/shared/refusal';
import type { Instant } from '#domain/shared/time';
import { recordKind } from '#domain/records';
import { CourtRejected, type CourtsGateway } from '#gateways/courts/courts-client';
import type { HearingRequest } from '#gateways/courts/courts-wire';
import { SYSTEM_CLAIMS, withActor, type Caller, type Database } from '#platform/database';
import { derivedId } from '#platform/derived-id';
import { executeCommand } from '#platform/execute-command';
import { readRow } from '#platform/record-store';
import type { OwedStep } from '#platform/settle-record';

interface CustodyRecordDependencies {
  readonly db: Database;
  readonly courts: CourtsGateway;
}

/** What a court's listing office gave us. */
export type HearingListed = NewEvent<'hearingListed', { readonly listedFor: string; readonly court: string; readonly reference: string }>;
type Answered<E> = { readonly events: readonly [E] } | { readonly refusals: readonly Refusal[] };

const FIRST_LOOK = 1_000;
const SLOWEST_LOOK = 5_000;
const PACE_43 = 'PACE s.43';

/** What the custody record's process does to the world. */
export const custodyRecordActivities = ({ db, courts }: CustodyRecordDependencies) => ({
  /** Asks the listing office for a hearing and waits for its answer (gateways/courts/README.md). Asked again, it is the same request. */
  askForHearing: async (recordId: string, owed: OwedStep): Promise<Answered<HearingListed>> => {
    const request = await hearingRequest(db, recordId, owed);
    if ('refusals' in request) return request;
    try {
      const reference = await courts.requestHearing(request, derivedId(recordId, owed.key, request.neededBefore));
      return await answerTo(courts, reference);
    } catch (error) {
      throw error instanceof CourtRejected ? ApplicationFailure.nonRetryable(error.message, error.name) : error;
    }
  },

  /** Records what the court listed, as Peel, once per version tried; what people listed while the court was asked stays. A busy record throws and is tried again. */
  recordHearingListed: async (recordId: string, owed: OwedStep, listed: HearingListed): Promise<Answered<HearingListed>> => {
    const result = await executeCommand(db, {
      kind: 'custody-record', recordId, commandId: derivedId(recordId, owed.key, owed.name, owed.version), seenVersion: owed.version,
      acts: [{ act: 'recordHearingListed', at: null, body: { ...listed.data, answersKey: owed.key } }],
      ...asEngine(owed, 'The process of the custody record'),
    });
    if (result.outcome === 'accepted') return { events: [listed] };
    if (result.outcome === 'refused') {
      await auditRefusal(db, recordId, owed, result.refusals);
      return { refusals: result.refusals.map((r) => (r.code === 'ALREADY_DONE' ? { ...r, message: `${r.message} ${saysOf(listed)}` } : r)) };
    }
    if (result.outcome === 'bad-shape') throw ApplicationFailure.nonRetryable('The court’s answer is not one the record takes', 'BadShape');
    throw new Error(`The record is ${result.outcome}`);
  },
});

export type CustodyRecordActivities = ReturnType<typeof custodyRecordActivities>;

/** Which of two hearings is meant, for who withdraws it. */
const saysOf = ({ data }: HearingListed): string => `It is the one at ${data.court} for ${fullTime(data.listedFor as Instant)} (${data.reference}).`;

const asEngine = (owed: OwedStep, purpose: string): Caller => ({ actor: { kind: 'system', process: 'engine' }, claims: SYSTEM_CLAIMS, purpose, requestId: owed.key, sessionId: null });

/** What is refused stores nothing, so its line is a transaction of its own. */
const auditRefusal = (db: Database, recordId: string, owed: OwedStep, refusals: readonly Refusal[]): Promise<void> =>
  withActor(db, asEngine(owed, 'The process of the custody record'), ({ audit }) => {
    audit.says({ verb: 'recordHearingListed', subjectType: 'CustodyRecord', subjectIds: [recordId], outcome: 'REFUSED', detail: { refusals: refusals.map((r) => r.code) } });
    return Promise.resolve();
  });

/** Read for the court, so its line is that of a disclosure, written before anything leaves; each try leaves one. */
async function hearingRequest(db: Database, recordId: string, owed: OwedStep): Promise<HearingRequest | { refusals: Refusal[] }> {
  const kind = recordKind('custody-record');
  return withActor(db, asEngine(owed, 'Disclosure to the court: a hearing is asked for (PACE s.43)'), async ({ trx, now, audit }) => {
    audit.says({ verb: 'askCourt', subjectType: 'CustodyRecord', subjectIds: [recordId] });
    const row = await readRow(trx, kind, recordId);
    const ends = row ? kind.deadlines(row.state, kind.law).find((d) => d.key === 'limit36')?.due : null;
    if (!row || !ends) audit.says({ outcome: 'REFUSED', detail: { refusals: ['NO_LIMIT'] } });
    if (!row || !ends) return { refusals: [{ code: 'NO_LIMIT', law: PACE_43, message: 'No 36-hour limit runs that a hearing could be before.' }] };
    const record = row.state as CustodyRecord;
    return {
      recordId, custodyNumber: record.custodyNumber, application: 'WARRANT_OF_FURTHER_DETENTION', station: record.stationName, policeArea: record.area, askedAt: now, neededBefore: ends,
    };
  });
}

async function answerTo(courts: CourtsGateway, reference: string): Promise<Answered<HearingListed>> {
  for (let wait = FIRST_LOOK; ; wait = Math.min(wait * 1.5, SLOWEST_LOOK)) {
    const answer = await courts.readHearing(reference);
    heartbeat();
    if (answer.status === 'LISTED') return { events: [{ type: 'hearingListed', data: { listedFor: answer.listedFor, court: answer.court, reference } }] };
    if (answer.status === 'REFUSED') return { refusals: [{ code: answer.reason.code, law: PACE_43, message: `${answer.reason.message}.` }] };
    await sleep(wait);
  }
}
