import { DefaultFailureConverter } from '@temporalio/common';

/** Failures keep their message and stack in an encrypted payload: a driver's message may quote what a person typed. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
