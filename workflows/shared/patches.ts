/**
 * Every change to the order of steps that running workflows had to be told of, `<record>/<yyyy-mm>-<what>`, oldest first. Each
 * has a history on either side of it in its record's `histories`. A changed law needs no patch: the workflow holds none.
 */
export const PATCHES: readonly `${string}/${number}-${string}`[] = [];
