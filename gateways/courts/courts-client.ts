import { acknowledgementSchema, hearingAnswerSchema, REQUESTS_PATH, type HearingAnswer, type HearingRequest } from './courts-wire.ts';

/** The court answered, and the answer is final: the request itself is wrong. Trying again changes nothing. */
export class CourtRejected extends Error {
  override readonly name = 'CourtRejected';
}

export interface CourtsGateway {
  /** Asks for a hearing; the same `idempotencyKey` names the same request for ever. Answers the office's reference. */
  readonly requestHearing: (request: HearingRequest, idempotencyKey: string) => Promise<string>;
  /** The request as it stands. Throws where the office no longer knows the reference. */
  readonly readHearing: (reference: string) => Promise<HearingAnswer>;
}

/** The listing office over HTTP. `timeout` in milliseconds per call; network failures and 5xx throw and may be tried again. */
export function courtsClient(baseUrl: string, timeout = 5_000): CourtsGateway {
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(new URL(path, baseUrl), { ...init, signal: AbortSignal.timeout(timeout) });
    if (response.status === 400 || response.status === 422) throw new CourtRejected(`The listing office answered ${response.status}`);
    if (!response.ok) throw new Error(`The listing office answered ${response.status}`);
    return response.json();
  };
  return {
    requestHearing: async (request, idempotencyKey) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
      return acknowledgementSchema.parse(await call(REQUESTS_PATH, { method: 'POST', headers, body: JSON.stringify(request) })).reference;
    },
    readHearing: async (reference) => hearingAnswerSchema.parse(await call(`${REQUESTS_PATH}/${encodeURIComponent(reference)}`, {})),
  };
}
