import { arrived, bailed, custodyCases, extended, GROUNDS, HALE, MARSH, OKORO, onTheWay, released, type Detention } from '../example-detention.ts';

const at = '2026-01-12T08:20';
const body = { how: 'deArrested', reason: 'The witness named another man', officerName: 'PC Ward' };
const given = (d: Detention) => onTheWay(d);
/** On bail to return to Hale Road at 10:00 on 2 February, arrested under s.46A at 10:00 on 20 January and on the way to Marsh Lane. */
const breached = (bail: (d: Detention) => Detention) => (d: Detention) => bail(d).must('recordBreachArrest', { by: OKORO, at: '2026-01-20T10:00', body: { ground: 'brokeConditions', atStation: false, stationId: MARSH, officerName: 'PC Ward' } });
const noTimeLeft = breached((d) => extended(d).must('releaseOnBail', { by: OKORO, at: '2026-01-13T20:30', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } }) as Detention);
const letGo = '2026-01-20T10:30';
const backOn = (d: Detention) => [d.record.phase, d.record.stationName, d.record.ending, d.owed(), d.due('limit24')];
const answered = (d: Detention) => d.must('answerBail', { by: OKORO, at: '2026-02-02T10:00', body: { stationId: HALE } });
const arrestedAgain = (d: Detention) => answered(d).must('authoriseDetention', { by: OKORO, at: '2026-02-02T10:10', body: GROUNDS }).must('releaseOnBail', { by: OKORO, at: '2026-02-02T12:00', body: { appointedAt: '2026-02-09T10:00', necessity: 'Forensic work' } })
  .must('recordBreachArrest', { by: OKORO, at: '2026-02-09T11:00', body: { ground: 'failedToAnswer', atStation: true, stationId: HALE, officerName: 'PC Ward' } });

/** CUS-19: arrested at 08:00, on the way to Hale Road. */
export const actCases = custodyCases(
  { it: 'ends the record, and what is owed with it', given, by: OKORO, at, body, shows: (d) => [d.record.phase, d.owed(), d.says()], as: ['released', [], 'De-arrested: no grounds to keep them under arrest (s.30(7)), by PC Ward: The witness named another man'] },
  { it: 'may be street bail', given, by: OKORO, at, body: { ...body, how: 'streetBailed' }, shows: (d) => d.record.ending?.kind, as: 'streetBailed' },
  { it: 'may be at the arrest itself', given, by: OKORO, at: '2026-01-12T08:00', body },
  { it: 'after a s.46A arrest leaves them on bail, to the return that was appointed (CUS-35, CUS-37)', given: breached(bailed), by: OKORO, at: letGo, body, shows: backOn, as: ['onBail', 'Hale Road', null, [], null] },
  { it: 'says that their bail stands', given: breached(bailed), by: OKORO, at: letGo, body, shows: (d) => d.says(), as: 'De-arrested: no grounds to keep them under arrest (s.30(7)), by PC Ward: The witness named another man. Their bail stands: to return to Hale Road 10:00 Mon 2 Feb GMT' },
  { it: 'counts nothing of that way: they answer bail with what was left', given: breached(bailed), by: OKORO, at: letGo, body, shows: (d) => answered(d).due('limit24'), as: '06:00 Tue 3 Feb GMT' },
  { it: 'holds nobody unlawfully on that way, with no time left', given: noTimeLeft, by: OKORO, at: letGo, body, shows: (d) => [d.unlawful('2026-01-20T12:00'), answered(d).unlawful('2026-02-02T10:01')], as: [[], ['Detention was unlawful from 10:00: no authority to hold.']] },
  { it: 'leaves a later s.46A arrest its three hours', given: breached(bailed), by: OKORO, at: letGo, body, shows: (d) => arrestedAgain(d).due('limit24'), as: '08:00 Tue 10 Feb GMT' },
  { it: 'may be street bail after a s.46A arrest: the bail before it stands', given: breached(bailed), by: OKORO, at: letGo, body: { ...body, how: 'streetBailed' }, shows: (d) => d.record.phase, as: 'onBail' },
  { it: 'may be at the s.46A arrest itself', given: breached(bailed), by: OKORO, at: '2026-01-20T10:00', body, shows: (d) => answered(d).due('limit24'), as: '06:00 Tue 3 Feb GMT' },
  { it: 'is refused at the station: there the custody officer decides', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before the arrest', given, by: OKORO, at: '2026-01-12T07:59:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: OKORO, at: '2026-01-12T12:30', body, refused: ['OUT_OF_ORDER'] },
);
