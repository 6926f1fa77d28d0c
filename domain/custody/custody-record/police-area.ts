/** Forces that are no area (CUS-28): their arrests fall in the territorial area where they are made. */
const FORCES_WITHOUT_AREA = ['british transport', 'btp', 'civil nuclear', 'ministry of defence', 'mod', 'national crime agency', 'nca'];

/** An area as it is written, less the words that make no difference: `Kent Police` is Kent, `the Met` the Metropolitan police district. */
function plainArea(written: string): string {
  const plain = written.toLowerCase().replace(/[^a-z ]+/g, ' ').replace(/\s+/g, ' ').trim().replace(/^the /, '').replace(/( police| constabulary)?( area| district| force| service)?$/, '');
  return plain === 'met' || plain === 'mps' ? 'metropolitan' : plain;
}

/** CUS-28: the same police area, however it is written; the City of London is its own. */
export const sameArea = (a: string, b: string): boolean => plainArea(a) === plainArea(b);

/** False for a force that has no territory of its own: the area where the arrest was made is wanted (CUS-28). */
export const isPoliceArea = (written: string): boolean => !FORCES_WITHOUT_AREA.includes(plainArea(written));
