/** Waits until `look` answers something true, looking every 50 ms of wall time. Throws with `what` after `within` milliseconds. */
export async function until<T>(what: string, look: () => Promise<T> | T, within = 10_000): Promise<Exclude<T, undefined | null | false>> {
  for (const end = performance.now() + within; ; await new Promise((later) => setTimeout(later, 50))) {
    const answer = await look();
    if (answer) return answer as Exclude<T, undefined | null | false>;
    if (performance.now() > end) throw new Error(`Waited ${within} ms in vain for: ${what}`);
  }
}
