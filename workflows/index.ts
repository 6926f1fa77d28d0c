export { custodyRecordWorkflow } from './custody/custody-record-workflow.ts';
