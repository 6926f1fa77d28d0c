import express, { type Express, type Request, type Response } from 'express';
import { randomUUID } from 'node:crypto';
import { hearingRequestSchema, REQUESTS_PATH, type HearingAnswer, type HearingRequest } from './courts-wire.ts';
import { nextSitting } from './sittings.ts';

const COURT = "Westminster Magistrates' Court";

export interface SimulatorOptions {
  /** Milliseconds between taking a request in and answering it. */
  readonly answerAfter: number;
  /** The first so many requests are answered 503, as an office that is down. */
  readonly unavailableFor?: number;
}

interface Kept { readonly reference: string; readonly request: HearingRequest; readonly takenAt: number }

/** A listing office that speaks the wire of courts-wire.ts: takes requests in, answers each some time later, forgets all when it stops. */
export function courtsSimulator({ answerAfter, unavailableFor = 0 }: SimulatorOptions): Express {
  const byKey = new Map<string, Kept>();
  let turnedAway = 0;
  const app = express().use(express.json({ limit: '16kb' }));
  app.post(REQUESTS_PATH, (req, res) => {
    if (turnedAway < unavailableFor) {
      turnedAway += 1;
      res.status(503).json({ message: 'The listing office is closed' });
      return;
    }
    takeIn(byKey, req, res);
  });
  app.get(`${REQUESTS_PATH}/:reference`, (req, res) => {
    const kept = [...byKey.values()].find((k) => k.reference === req.params.reference);
    if (kept) res.json(answer(kept, answerAfter));
    else res.status(404).json({ message: 'Unknown reference' });
  });
  app.get('/healthz', (_req, res) => { res.json({ requests: byKey.size }); });
  return app;
}

function takeIn(byKey: Map<string, Kept>, req: Request, res: Response): void {
  const key = req.get('idempotency-key');
  const parsed = hearingRequestSchema.safeParse(req.body);
  if (!key || !parsed.success) {
    res.status(400).json({ message: key ? 'The request is not well formed' : 'Idempotency-Key is missing', problems: parsed.error?.issues ?? [] });
    return;
  }
  const kept = byKey.get(key) ?? { reference: `WM-${randomUUID().slice(0, 8)}`, request: parsed.data, takenAt: Date.now() };
  byKey.set(key, kept);
  res.status(202).location(`${REQUESTS_PATH}/${kept.reference}`).json({ reference: kept.reference });
}

function answer({ reference, request, takenAt }: Kept, answerAfter: number): HearingAnswer {
  if (Date.now() - takenAt < answerAfter) return { reference, status: 'RECEIVED' };
  const listedFor = nextSitting(request.askedAt, request.neededBefore);
  if (listedFor) return { reference, status: 'LISTED', listedFor, court: COURT };
  return { reference, status: 'REFUSED', reason: { code: 'NO_SITTING', message: `${COURT} has no sitting before the 36 hours end` } };
}
