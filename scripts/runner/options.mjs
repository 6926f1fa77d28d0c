import { parseArgs } from 'node:util';

export const USAGE = `npm start [-- options]
  --fresh          forget everything kept in this checkout and begin anew
  --empty          without the demonstration day
  --clock TIME     London time at which the training clock of a fresh, empty database starts, e.g. 2026-10-24T15:00
  --dev            watch the sources; the web by ng serve (npm run dev)
Settings: DATABASE_URL, TEMPORAL_ADDRESS, PEEL_OIDC_ISSUER and PEEL_COURTS_URL put it on real servers; PEEL_PORT, PEEL_PG_PORT,
PEEL_TEMPORAL_PORT, PEEL_IDP_PORT, PEEL_COURTS_PORT and PEEL_WEB_PORT choose other ports; PEEL_DATA another folder for what is kept.`;

/** Throws with the usage where an option is unknown or its time is none. */
export function readOptions(args) {
  const boolean = { type: 'boolean', default: false };
  try {
    const { values } = parseArgs({ args, options: { fresh: boolean, empty: boolean, dev: boolean, help: boolean, clock: { type: 'string' } } });
    if (values.clock !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?$/.test(values.clock)) throw new Error(`--clock ${values.clock} is not a time such as 2026-10-24T15:00`);
    if (values.clock !== undefined && !values.empty) throw new Error('--clock goes with --empty: the demonstration day sets the clock itself');
    return values;
  } catch (error) {
    throw new Error(`${error.message}\n\n${USAGE}`, { cause: error });
  }
}
