import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Phase } from '#domain/custody/custody-record/told';
import type { CustodyRecordActivities } from '../../activities/custody/custody-record-activities.ts';
import { followRecord, type Followed, type Step } from '../shared/follow-record.ts';

const { askForHearing } = proxyActivities<CustodyRecordActivities>({
  startToCloseTimeout: '4 min', scheduleToCloseTimeout: '9 min', heartbeatTimeout: '20 s',
  retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '20 s' },
});
const { recordHearingListed } = proxyLocalActivities<CustodyRecordActivities>({
  startToCloseTimeout: '5 s', localRetryThreshold: '5 s', scheduleToCloseTimeout: '2 min', retry: { initialInterval: '200 ms', maximumInterval: '10 s' },
});

/** CUS-62: the court lists a hearing for a warrant of further detention while the superintendent's authority still runs. */
const listWarrantHearing: Step = async (recordId, owed) => {
  const answer = await askForHearing(recordId, owed);
  return 'refusals' in answer ? answer : recordHearingListed(recordId, owed, answer.events[0]);
};

const HELD = { listWarrantHearing };

/** A detention from the arrest to its last ending, and what Peel does by itself in each phase; people do the rest. */
const PHASES: Readonly<Record<Phase, Readonly<Record<string, Step>>>> = {
  enRoute: {},
  arrived: {},
  detained: HELD,
  withInvestigator: HELD,
  inHospital: HELD,
  inTransit: HELD,
  onBail: {},
  notDetained: {},
  released: {},
  handedOver: {},
};

/** The process of one custody record: every wake at its instant, every alarm once, for as long as it can owe something. */
export async function custodyRecordWorkflow(input: Followed): Promise<void> {
  await followRecord(input, { kind: 'custody-record', phases: PHASES });
}
