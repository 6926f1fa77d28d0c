import { v5 as uuid } from 'uuid';

const NAMESPACE = 'd0a6f1be-6f43-4d0e-9a6c-3c1f5a2b9e70';

/** The same seed and name make the same id, so that a rerun goes on where it stopped. */
export const idFrom = (seed: number, name: string): string => uuid(`${seed}/${name}`, NAMESPACE);
