import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import type { DutyRoster } from '../duty-roster.ts';

const schema = z.object({
  name: f.line('Station', 'Name the station.'), code: f.line('Code', 'Enter its short code.'), area: f.line('Police area', 'Name the police area.'), designated: f.yesNo('Designated?', 'Answer yes or no. PACE s.35'),
  cells: z.array(z.string('Name each cell.'), 'List the cells.'), forceCode: f.line('Force code', 'Enter the force code.'),
});
type Body = z.infer<typeof schema>;
const stationOpened = eventRule<DutyRoster, Body>({
  stands: (roster) => (roster.name === '' ? null : 'This station is open already.'), apply: (roster, e) => ({ ...roster, ...e.data, id: e.recordId }), says: (e) => `${e.data.name} opened`, theme: 'people',
});

export const openStation = defineAct<DutyRoster, object, Body>({
  name: 'openStation', label: 'Open station', nature: 'happening', creates: true, group: 'duty', schema, opens: (roster) => (roster.name === '' ? OPEN : closed('Open already.')),
  decide: (_, body) => ({ events: [{ type: 'stationOpened', data: body }] }), events: { stationOpened },
});
