import * as z from 'zod/mini';
import { custodyRecordKind } from '#domain/custody/custody-record/custody-record-kind';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import type { CustodyRecord } from '#domain/custody/custody-record/record';
import { custodyRecordView, custodyViewSchema, redactForInvestigator } from '#domain/custody/custody-record/view';
import { may } from '#domain/shared/policy/policy';
import { NO_FACTS } from '#domain/shared/facts';
import type { RecordKind } from '#domain/shared/record-kind';
import { custodyOfficerAt } from '#platform/facts/force';
import { readEvents } from '#platform/record-store';
import { idOf } from '../shared/act-routes.ts';
import { read, type Route } from '../shared/route.ts';
import { registerView, viewOf, type ViewMaker } from '../shared/views.ts';
import { entrySchema, toldEntry } from './entry-read.ts';
import { whiteboard, whiteboardSchema } from './whiteboard-read.ts';

const kind = custodyRecordKind as unknown as RecordKind;

const custodyView: ViewMaker = async ({ id, version, state }, who, { trx, now }) => {
  const record = state as CustodyRecord;
  const [events, holder] = await Promise.all([readEvents(trx, kind, id), custodyOfficerAt(trx, record.stationId, now)]);
  const facts = { ...NO_FACTS, actor: who.officer, custodyOfficer: holder?.id ?? null, officers: holder ? { [holder.id]: holder } : {} };
  const ability = who.abilityAt(null);
  const able = (action: string) => may(ability, action, 'CustodyRecord', kind.scope(record));
  const view = custodyRecordView({ id, version, state: record, events, brief: !able('manageCustody') }, { kind: 'person', officer: who.officer }, { now, facts, law: CUSTODY_LAW });
  const acts = view.acts.filter((a) => able(a.name));
  const closedActs = view.closedActs.filter((a) => able(a.name));
  const shown = { ...view, acts, closedActs, timeline: view.timeline.map((e) => ({ ...e, correctable: e.correctable && able('correctEntry') })) };
  return able('readCare') ? shown : redactForInvestigator(shown);
};

/** Reads of the custody record and of the desk's whiteboard. */
export function custodyRoutes(): Route[] {
  registerView('custody-record', custodyViewSchema, custodyView);
  return [
    {
      method: 'get', path: '/api/custody/whiteboard', summary: 'The whiteboard of a station', schema: { query: z.object({ station: z.optional(z.string('Choose a station.')) }), response: whiteboardSchema }, permission: ['read', 'CustodyRecord'],
      purpose: 'Duty: whiteboard', handler: read((asked, work) => whiteboard(asked, work)),
    },
    {
      method: 'get', path: '/api/custody/custody-record/:id', summary: 'A custody record', schema: { response: z.object({ view: custodyViewSchema }) }, permission: ['read', 'CustodyRecord'], purpose: 'Duty: custody record',
      handler: read(async (asked, work) => ({ view: await viewOf(kind, { id: idOf(asked) }, asked.who, work) })),
    },
    {
      method: 'get', path: '/api/custody/custody-record/:id/entry/:entry', summary: 'What an entry told', schema: { response: entrySchema }, permission: ['correctEntry', 'CustodyRecord'], purpose: 'Duty: correct an entry',
      handler: read(toldEntry),
    },
  ];
}
