import * as z from 'zod/mini';

const told = z.object({ shortName: z.string(), post: z.string(), acknowledgedAt: z.nullable(z.string()) });
export const alarmSchema = z.object({
  id: z.string(), recordKind: z.string(), recordId: z.string(), stationId: z.string(), code: z.string(), kind: z.string(), title: z.string(), recordTitle: z.string(), at: z.string(), late: z.boolean(), toMe: z.boolean(),
  told: z.array(told), duty: z.string(), due: z.nullable(z.string()), place: z.string(), act: z.nullable(z.object({ slug: z.string(), label: z.string() })), acknowledgedByMe: z.nullable(z.string()), repeatsInMs: z.number(),
});
/** `open` is how many there are: more than are listed where the list is cut. */
export const alarmsSchema = z.object({ alarms: z.array(alarmSchema), open: z.number() });
const why = z.object({ text: z.string(), at: z.optional(z.string()), law: z.optional(z.string()) });
export const taskSchema = z.object({
  id: z.string(), revision: z.number(), type: z.string(), title: z.string(), recordKind: z.string(), recordId: z.string(), recordTitle: z.string(), stationId: z.string(), due: z.nullable(z.string()), opens: z.string(), asap: z.boolean(), law: z.string(), why: z.array(why),
  state: z.string(), likelyLateWhy: z.nullable(z.string()), attention: z.string(), waitingOn: z.string(), stepOutcome: z.string(), owner: z.nullable(z.object({ id: z.string(), shortName: z.string(), onDuty: z.boolean(), offAt: z.nullable(z.string()), lacks: z.array(z.string()) })), lookedAt: z.nullable(z.string()), lookedBy: z.string(), queue: z.string(), act: z.string(), openWords: z.string(), closesWhen: z.string(),
  heldUntil: z.nullable(z.string()), holdReason: z.string(), can: z.object({ claim: z.boolean(), release: z.boolean(), assign: z.boolean(), reassign: z.boolean(), hold: z.boolean(), resume: z.boolean(), note: z.boolean() }),
});
export const historySchema = z.object({ at: z.string(), by: z.string(), what: z.string(), did: z.string(), detail: z.unknown() });
